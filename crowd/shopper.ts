import type { Product } from '@onhand/contract/catalog'
import type { CheckoutItem } from '@onhand/contract/checkout'
import { buy } from './buy.ts'
import { pause } from './pause.ts'
import type { Popularity } from './popularity.ts'
import { between, chance, oneOf, wholeBetween } from './random.ts'
import type { Records } from './records.ts'
import { NotAsPromised, type Shop } from './shop.ts'
import type { StreamView } from './stream-view.ts'

/** How long a shopper looks at a page. */
const thinkMs = { min: 400, max: 2_000 }
/** From the cart to the order: time in which somebody else may be faster. */
const decideMs = { min: 200, max: 1_500 }
/** Pages after which a shopper buys. */
const buyShare = 0.15
/** Those who take what is left when there is too little. */
const takeRestShare = 0.5

export interface Shopper {
  readonly shop: Shop
  readonly catalog: ReadonlyMap<string, Product>
  readonly popularity: Popularity
  /** The stock as its stream tells it. */
  readonly view: StreamView
  readonly records: Records
  /** Aborted when shopping is over. */
  readonly stop: AbortSignal
}

/** Browses and buys until shopping is over; a purchase that was begun is brought to its end. */
export async function goShopping(shopper: Shopper): Promise<void> {
  const { stop } = shopper
  while (!stop.aborted) {
    await pause(between(thinkMs.min, thinkMs.max), stop)
    if (stop.aborted) return
    await browse(shopper)
    if (chance(buyShare)) await buySomething(shopper)
  }
}

async function browse({ shop, catalog, popularity, records }: Shopper): Promise<void> {
  const product = catalog.get(popularity.pick(() => true) ?? '')
  try {
    const shown =
      product && chance(0.5)
        ? [await shop.showProduct(chance(0.5) ? product.slug : product.id)]
        : (await shop.listProducts(someQuery(product))).products
    records.tally.pageViews += 1
    for (const { id, stock, version } of shown) {
      records.history.note({ productId: id, stock, version }, 'a page')
    }
  } catch (error) {
    records.tally.errors += 1
    if (error instanceof NotAsPromised) records.findings.add('not-as-promised', error.message)
  }
}

/** One of the ways people look through a list, some of them for this product. */
function someQuery(product: Product | undefined): Record<string, string> {
  const [word = ''] = product?.name.split(' ') ?? []
  return oneOf<Record<string, string>>([
    {},
    { inStock: 'true' },
    { sort: oneOf(['name', 'price', '-price', 'newest']) },
    { q: word },
    { category: product?.category ?? '' },
    { inStock: 'true', sort: 'price', limit: '12' },
  ])
}

async function buySomething(shopper: Shopper): Promise<void> {
  const { shop, records, stop } = shopper
  const items = fillCart(shopper)
  if (items.length === 0) return
  await pause(between(decideMs.min, decideMs.max), stop)
  if (stop.aborted) return
  const shortages = await buy(shop, items, records, stop)
  if (shortages.length === 0 || stop.aborted || !chance(takeRestShare)) return
  const rest = items.flatMap(({ productId, quantity }) => {
    const left = shortages.find((shortage) => shortage.productId === productId)?.available ?? quantity
    return left > 0 ? [{ productId, quantity: Math.min(left, quantity) }] : []
  })
  if (rest.length > 0) await buy(shop, rest, records, stop)
}

/** One to three products, one or two pieces each, as far as the stream shows them in stock: a page offers no more. */
function fillCart({ popularity, view }: Shopper): CheckoutItem[] {
  const cart = new Map<string, number>()
  const isOffered = (productId: string) => !cart.has(productId) && stockIn(view, productId) > 0
  for (let left = wholeBetween(1, 3); left > 0; left--) {
    const productId = popularity.pick(isOffered)
    if (productId === undefined) break
    cart.set(productId, Math.min(wholeBetween(1, 2), stockIn(view, productId)))
  }
  return [...cart].map(([productId, quantity]) => ({ productId, quantity }))
}

function stockIn(view: StreamView, productId: string): number {
  return view.level(productId)?.stock ?? 0
}
