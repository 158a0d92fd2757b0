import { expect, test } from 'vitest'
import { formatCart } from './cart-storage.ts'
import { cartScript } from './first-look.ts'

const line = { productId: 'prod_1', name: 'Bowl', quantity: 2 }

test.each([
  ['a cart', formatCart({ lines: [line, { ...line, productId: 'prod_2' }] }), ['filled', 2]],
  ['an empty cart', formatCart({ lines: [] }), ['empty', undefined]],
  ['no cart', null, ['empty', undefined]],
  ['nonsense', '{', [undefined, undefined]],
])('before anything is painted, the page learns of %s how many lines it has', (_what, stored, found) => {
  expect(firstLookAt(stored)).toEqual(found)
})

/** What the page's first element says when the script has run. */
function firstLookAt(stored: string | null): [found: string | undefined, lines: number | undefined] {
  const properties = new Map<string, number>()
  const documentElement = {
    dataset: {} as { cartFound?: string },
    style: { setProperty: (name: string, value: number) => properties.set(name, value) },
  }
  const storage = { getItem: (key: string) => (key === 'onhand-cart' ? stored : null) }
  new Function('localStorage', 'document', cartScript)(storage, { documentElement })
  return [documentElement.dataset.cartFound, properties.get('--cart-lines')]
}
