import { pino } from 'pino'
import { addProduct } from '../../server/src/catalog/add-product.ts'
import { sampleProducts } from '../../server/src/catalog/sample-products.ts'
import { readConfig } from '../../server/src/config.ts'
import { inTransaction } from '../../server/src/database/transaction.ts'
import { changeStock } from '../../server/src/inventory/change-stock.ts'
import { openShop, type Shop } from '../../server/src/shop.ts'

/** More than a run can sell. */
const stockOfEach = 1_000_000_000

// The API as it is, on the database it is told, with plenty of everything.
const [databaseUrl = ''] = process.argv.slice(2)
const config = readConfig({
  DATABASE_URL: databaseUrl,
  PORT: '0',
  HOST: '127.0.0.1',
  STOREFRONT: 'off',
  SAMPLE_DATA: 'off',
  AUTH_SECRET: 'a secret of the bench, which nobody needs to guess',
})
const shop = await openShop(config, pino({ level: 'warn' }))
await fill(shop)
process.on('SIGTERM', () => void shop.close().then(() => process.exit(0)))
process.send?.(shop.port)

function fill({ database, stockFeed }: Shop): Promise<void> {
  return inTransaction(database, async (tx) => {
    for (const [position, { stock: _stock, imageAlt, ...sample }] of sampleProducts.entries()) {
      const image = { src: `/images/products/${sample.slug}.svg`, alt: imageAlt }
      const productId = await addProduct(tx, {
        ...sample,
        currency: 'EUR',
        image,
        position,
        createdAt: new Date(),
      })
      await changeStock(tx, stockFeed, [
        { productId, delta: stockOfEach, reason: 'receipt', cause: 'bench', actor: 'shop' },
      ])
    }
  })
}
