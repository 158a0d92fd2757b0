import { readFileSync } from 'node:fs'
import type { CheckoutItem } from '@onhand/contract/checkout'
import { problem } from '@onhand/contract/errors'
import { orderReply } from '@onhand/contract/orders'
import { expect, test } from 'vitest'
import type { TestProduct } from '../testing/add-test-product.ts'
import { atOnce } from '../testing/at-once.ts'
import type { LoggedCheckout } from '../testing/buying-client.ts'
import { generateRetailDay } from '../testing/retail-day/generate-retail-day.ts'
import { type RetailProduct, readRetailDay } from '../testing/retail-day/read-retail-day.ts'
import { tradeInProcesses } from '../testing/trade-in-processes.ts'

const shoppers = 64
const stockedShare = 0.6
/** Many times what a shopper needs: with each refusal there is less to ask for. */
const attemptsMax = 500

const file = process.env.RETAIL_DAY
const day = readRetailDay(file ? readFileSync(file, 'utf8') : generateRetailDay())

/**
 * Every product is short, every shopper takes what is left of it, and nothing is put back: so in the end all is sold, exactly,
 * whoever came first.
 */
test('a retail day of 64 shoppers at once, stocked for 60 % of it, sells every piece there is and not one more', async () => {
  let log: readonly LoggedCheckout[] = []
  const shop = await tradeInProcesses(
    day.products.map(toTestProduct),
    async ({ nextUrl, productIds, client }) => {
      const idOf = new Map(day.products.map(({ code }, index) => [code, productIds[index] ?? '']))
      const carts = day.carts.map((cart) =>
        cart.map(({ productId, quantity }) => ({ productId: idOf.get(productId) ?? '', quantity })),
      )
      await atOnce(shoppers, carts.entries(), async ([cart, wanted]) => {
        let items: readonly CheckoutItem[] = wanted
        for (let attempt = 0; items.length > 0 && attempt < attemptsMax; attempt += 1) {
          const bought = await client.buy(nextUrl(), items, `cart-${cart}-${attempt}`)
          items = whatIsLeft(bought)
        }
      })
      log = client.log
    },
  )
  const { db } = shop.database
  const left = await db.selectFrom('products').select('stock').where('stock', '>', 0).execute()
  expect(left).toEqual([])
  const sold = log.flatMap(({ answer }) =>
    answer?.status === 201 ? orderReply.parse(JSON.parse(answer.text)).order.items : [],
  )
  const stockedPieces = day.products.reduce((sum, product) => sum + stockOf(product), 0)
  expect(piecesOf(sold)).toBe(stockedPieces)
  expect(log.filter(({ answer }) => answer?.status === 409).length).toBeGreaterThan(shoppers)
  if (file) console.table(figures(log, stockedPieces))
}, 120_000)

function toTestProduct(product: RetailProduct, position: number): TestProduct {
  const { code, name, price } = product
  return { name, price, slug: `product-${position}`, description: code, stock: stockOf(product) }
}

function stockOf({ demand }: RetailProduct): number {
  return Math.floor(demand * stockedShare)
}

/** What a shopper asks for next: nothing once it is bought, and after a refusal no more than there is said to be. */
function whatIsLeft({ items, answer }: LoggedCheckout): CheckoutItem[] {
  if (answer?.status === 201) return []
  if (answer?.status !== 409) throw new Error(`a cart was answered ${answer?.status} ${answer?.text}`)
  const { shortages = [] } = problem.parse(JSON.parse(answer.text))
  const available = new Map(shortages.map((shortage) => [shortage.productId, shortage.available]))
  return items
    .map((item) => ({ ...item, quantity: available.get(item.productId) ?? item.quantity }))
    .filter(({ quantity }) => quantity > 0)
}

function piecesOf(items: ReadonlyArray<{ readonly quantity: number }>): number {
  return items.reduce((sum, { quantity }) => sum + quantity, 0)
}

function figures(log: readonly LoggedCheckout[], stockedPieces: number): Record<string, number> {
  const ms =
    Math.max(...log.map(({ endedMs }) => endedMs)) - Math.min(...log.map(({ startedMs }) => startedMs))
  return {
    'lines left out': day.linesLeftOut,
    products: day.products.length,
    carts: day.carts.length,
    'lines in carts': day.carts.flat().length,
    'pieces wanted': piecesOf(day.carts.flat()),
    'pieces stocked and sold': stockedPieces,
    requests: log.length,
    orders: log.filter(({ answer }) => answer?.status === 201).length,
    refusals: log.filter(({ answer }) => answer?.status === 409).length,
    milliseconds: Math.round(ms),
  }
}
