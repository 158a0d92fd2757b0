import { type Product, type ProductPage, productPage, productReply } from '@onhand/contract/catalog'
import type { CheckoutItem } from '@onhand/contract/checkout'
import { pageSizeMax } from '@onhand/contract/limits'
import { type Connection, createConnections, type Reply, type TextHandlers } from './connections.ts'

/** The shop answered, but not as its interface promises. */
export class NotAsPromised extends Error {}

/** The only door to the shop: its public API and its stock stream. */
export interface Shop {
  /** One page of the list. */
  listProducts(query: Readonly<Record<string, string>>): Promise<ProductPage>
  /** All products, page after page. */
  listAllProducts(): Promise<Product[]>
  showProduct(idOrSlug: string): Promise<Product>
  /** Tries once to buy; the caller reads the answer. */
  checkout(idempotencyKey: string, items: readonly CheckoutItem[]): Promise<Reply>
  /** Opens a stock stream of these products, or of all. */
  openStream(
    productIds: readonly string[] | undefined,
    lastEventId: string | undefined,
    handlers: TextHandlers,
  ): Connection
  close(): void
}

/** Requests throw NotAsPromised, or what the network threw. */
export function createShop(url: URL): Shop {
  const connections = createConnections(url)

  async function get(path: string): Promise<unknown> {
    const reply = await connections.request('GET', path)
    if (reply.status !== 200) throw new NotAsPromised(`GET ${path} was answered ${reply.status}`)
    return jsonOf(reply)
  }

  async function listProducts(query: Readonly<Record<string, string>>): Promise<ProductPage> {
    const path = `/api/products?${new URLSearchParams(query)}`
    return promised(path, productPage.safeParse(await get(path)).data)
  }

  return {
    listProducts,
    async listAllProducts() {
      const products: Product[] = []
      let cursor: string | null | undefined
      while (cursor !== null) {
        const page = await listProducts({ limit: String(pageSizeMax), ...(cursor && { cursor }) })
        products.push(...page.products)
        cursor = page.nextCursor
      }
      return products
    },
    async showProduct(idOrSlug) {
      const path = `/api/products/${encodeURIComponent(idOrSlug)}`
      return promised(path, productReply.safeParse(await get(path)).data).product
    },
    checkout: (idempotencyKey, items) =>
      connections.request('POST', '/api/cart/checkout', {
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': idempotencyKey },
        body: JSON.stringify({ items }),
      }),
    openStream(productIds, lastEventId, handlers) {
      const query = productIds ? `?${new URLSearchParams({ products: productIds.join(',') })}` : ''
      const headers = lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId }
      return connections.openText(`/api/stock/stream${query}`, headers, handlers)
    },
    close: () => connections.close(),
  }
}

/** The JSON of an answer; throws NotAsPromised when it is none. */
export function jsonOf({ text }: Reply): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new NotAsPromised('an answer was not JSON', { cause: error })
  }
}

function promised<T>(path: string, data: T | undefined): T {
  if (data === undefined) throw new NotAsPromised(`the answer of GET ${path} has another shape`)
  return data
}
