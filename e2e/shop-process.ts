import { pino } from 'pino'
import { changeRole } from '../server/src/accounts/roles.ts'
import { readConfig } from '../server/src/config.ts'
import { inTransaction } from '../server/src/database/transaction.ts'
import { changeStock } from '../server/src/inventory/change-stock.ts'
import { openShop } from '../server/src/shop.ts'
import { addTestProduct } from '../server/src/testing/add-test-product.ts'
import { countStreams } from './count-streams.ts'
import { gateStorefront } from './storefront-gate.ts'

// A real shop in a process of its own, so that a test can kill it. It does what the test's process asks for.
const streams = countStreams()
const gate = gateStorefront()
const config = readConfig(process.env)
const shop = await openShop(config, pino({ level: config.logLevel }))

const commands = {
  addProduct: (product: Parameters<typeof addTestProduct>[1]) => addTestProduct(shop, product),

  /** New goods come in, as the owner would book them. */
  receive: ({ productId, quantity }: { productId: string; quantity: number }) =>
    inTransaction(shop.database, (tx) =>
      changeStock(tx, shop.stockFeed, [
        { productId, delta: quantity, reason: 'receipt', cause: 'test', actor: 'shop' },
      ]),
    ),

  /** Makes an account an administrator's, as `npm run admin -- promote` does. */
  promote: (email: string) => changeRole(shop.database.db, email, 'admin'),

  /** All orders that hold this product, with the address their receipt would go to. */
  ordersOf: (productId: string) =>
    shop.database.db
      .selectFrom('order_lines')
      .innerJoin('orders', 'orders.id', 'order_lines.order_id')
      .select(['order_lines.order_id as id', 'order_lines.quantity', 'orders.email'])
      .where('product_id', '=', productId)
      .execute(),

  countStreams: async () => streams(),

  /** Lets the storefront wait for the API until it is released. */
  holdStorefront: async () => gate.hold(),
  /** Keeps the API from the storefront until it is released. */
  cutStorefront: async () => gate.cut(),
  releaseStorefront: async () => gate.release(),
}

export type ShopCommands = typeof commands

interface Command {
  id: number
  name: keyof ShopCommands
  argument: unknown
}

process.on('message', async ({ id, name, argument }: Command) => {
  try {
    const command = commands[name] as (argument: unknown) => Promise<unknown>
    process.send?.({ id, value: await command(argument) })
  } catch (error) {
    process.send?.({ id, error: String(error) })
  }
})
process.on('disconnect', () => process.exit())
process.send?.({ port: shop.port })
