import { expect, test } from 'vitest'
import { formatCart, parseCart } from './cart-storage.ts'
import { createCart } from './cart-store.ts'
import { withQuantity } from './lines.ts'

const line = (productId: string, quantity: number) => ({ productId, name: productId.toUpperCase(), quantity })

function createKeeper(initial: string | null = null) {
  let kept = initial
  return {
    getItem: () => kept,
    setItem: (_key: string, text: string) => {
      kept = text
    },
  }
}

test('a cart survives a reload', () => {
  const keeper = createKeeper()
  createCart(() => keeper).change((lines) => withQuantity(lines, line('a', 2)))
  const reloaded = createCart(() => keeper)
  expect(reloaded.store.getState()).toEqual({ lines: [], loaded: false })
  reloaded.load()
  expect(reloaded.store.getState()).toEqual({ lines: [line('a', 2)], loaded: true })
})

test('two tabs that change different lines both win; of the same line the later', () => {
  const keeper = createKeeper()
  const first = createCart(() => keeper)
  const second = createCart(() => keeper)
  first.load()
  second.load()
  first.change((lines) => withQuantity(lines, line('a', 1)))
  second.change((lines) => withQuantity(lines, line('b', 1)))
  first.change((lines) => withQuantity(lines, line('b', 4)))
  second.load()
  expect(second.lines()).toEqual([line('a', 1), line('b', 4)])
  expect(first.lines()).toEqual(second.lines())
})

test('what makes no sense in the storage is dropped, the rest is kept', () => {
  const lines = [
    line('a', 1),
    { productId: 'b' },
    line('c', 0),
    line('d', 1_000),
    line('a', 2),
    'x',
    line('e', 3),
  ]
  expect(parseCart(JSON.stringify({ version: 1, lines }))).toEqual({ lines: [line('a', 1), line('e', 3)] })
  for (const text of [null, '', '{', '[]', '{"version":2,"lines":[]}', '{"version":1,"lines":7}']) {
    expect(parseCart(text)).toEqual({ lines: [] })
  }
  const kept = { shopper: 'ada', version: 7, state: 'same' } as const
  expect(parseCart(formatCart({ lines: [line('a', 1)], kept }))).toEqual({ lines: [line('a', 1)], kept })
  expect(parseCart(JSON.stringify({ version: 1, lines: [line('a', 1)], kept: { shopper: 7 } }))).toEqual({
    lines: [line('a', 1)],
  })
})

test('without storage the cart lasts as long as the page', () => {
  const cart = createCart(() => {
    throw new Error('forbidden')
  })
  cart.load()
  cart.change((lines) => withQuantity(lines, line('a', 1)))
  cart.change((lines) => withQuantity(lines, line('b', 1)))
  expect(cart.lines()).toEqual([line('a', 1), line('b', 1)])
})
