import type { ProductPage } from '@onhand/contract/catalog'
import { askEvery, type Load } from './load.ts'

/** How often somebody buys while a list is asked for, so that the stock in it changes. */
const purchaseEveryMs = 50

export const listLoad: Load = { method: 'GET', path: '/api/products' }

/** Checkouts of `lines` different products, chosen evenly from those given. */
export function checkoutLoad(productIds: readonly string[], lines: number): Load {
  let next = 0
  // Made once, so that to make them is not measured.
  const bodies = productIds.map((_, first) => {
    const items = Array.from({ length: lines }, (_, line) => ({
      productId: productIds[(first * 7919 + line * 11) % productIds.length],
      quantity: 1,
    }))
    return JSON.stringify({ items })
  })
  return {
    method: 'POST',
    path: '/api/cart/checkout',
    body: () => {
      next += 1
      return bodies[next % bodies.length] ?? ''
    },
  }
}

/** The ids of all products. */
export async function productIdsOf(url: string): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const reply: Response = await fetch(`${url}/api/products?limit=500${cursor && `&cursor=${cursor}`}`)
    const page = (await reply.json()) as ProductPage
    ids.push(...page.products.map((product) => product.id))
    cursor = page.nextCursor
  }
  return ids
}

/** Bytes of an answer to this load. */
export async function answerBytes(url: string, load: Load): Promise<number> {
  const response = await fetch(`${url}${load.path}`, {
    method: load.method,
    ...(load.body && { headers: { 'Content-Type': 'application/json' }, body: load.body() }),
  })
  return (await response.arrayBuffer()).byteLength
}

/** Buys over and over until the returned function is called. */
export async function keepBuying(url: string): Promise<() => Promise<void>> {
  return askEvery(url, checkoutLoad(await productIdsOf(url), 1), purchaseEveryMs)
}
