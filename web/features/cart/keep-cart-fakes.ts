import type { CartMergeReply } from '@onhand/contract/cart'
import type { CheckoutItem } from '@onhand/contract/checkout'
import { vi } from 'vitest'
import { NoAnswer } from '../../lib/api-errors.ts'
import { createCart } from './cart-store.ts'
import { keepCart } from './keep-cart.ts'

export const line = (productId: string, quantity: number) => ({
  productId,
  name: productId.toUpperCase(),
  quantity,
})
export const item = (productId: string, quantity: number) => ({ productId, quantity })

/** A shop that keeps one cart, at most `stockMax` pieces of each product. */
export function createShop(items: CheckoutItem[] = [], stockMax = 99) {
  const shop = {
    items,
    version: items.length > 0 ? 1 : 0,
    asked: [] as string[],
    /** What the next calls end with; `lost` is done, but its answer does not arrive. */
    fails: [] as (Error | 'lost')[],
    /** Called before an answer arrives. */
    meanwhile: () => {},
  }

  function answer<T>(name: string, act: () => T): Promise<T> {
    shop.asked.push(name)
    const failure = shop.fails.shift()
    if (failure instanceof Error) return Promise.reject(failure)
    const result = act()
    shop.meanwhile()
    return failure ? Promise.reject(new NoAnswer('lost')) : Promise.resolve(result)
  }

  function keep(next: CheckoutItem[]): { items: CheckoutItem[]; version: number } {
    shop.items = next
    shop.version += 1
    return { items: next, version: shop.version }
  }

  const answers = new Map<string, CartMergeReply>()

  const calls = {
    read: () => answer('read', () => ({ items: shop.items, version: shop.version })),
    replace: (next: CheckoutItem[]) => answer('replace', () => keep(next)),
    merge: (added: CheckoutItem[], key: string) =>
      answer('merge', () => {
        const before = answers.get(key)
        if (before) return before
        const wanted = new Map(shop.items.map(({ productId, quantity }) => [productId, quantity]))
        for (const { productId, quantity } of added) {
          wanted.set(productId, (wanted.get(productId) ?? 0) + quantity)
        }
        const capped = [...wanted]
          .filter(([, quantity]) => quantity > stockMax)
          .map(([productId, quantity]) => ({ productId, name: productId, wanted: quantity, kept: stockMax }))
        const reply = {
          ...keep([...wanted].map(([productId, quantity]) => item(productId, Math.min(quantity, stockMax)))),
          capped,
        }
        answers.set(key, reply)
        return reply
      }),
  }
  return { ...calls, state: shop, changeElsewhere: keep, forgetKeys: () => answers.clear() }
}

function createBrowser() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  }
}

/** A page of a browser, whose keeping begins with `open`. */
export function setUp(shop: ReturnType<typeof createShop>, browser = createBrowser()) {
  const cart = createCart(() => browser)
  const onCapped = vi.fn()
  const onRefused = vi.fn()
  const open = (alone = (act: () => Promise<void>) => act()) =>
    keepCart({ shopper: 'ada', cart, shop, alone, onCapped, onRefused })
  return { cart, onCapped, onRefused, open, browser }
}
