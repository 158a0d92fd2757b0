import { pino } from 'pino'
import { addProduct, type NewProduct } from '../../server/src/catalog/add-product.ts'
import { sampleProducts } from '../../server/src/catalog/sample-products.ts'
import { readConfig } from '../../server/src/config.ts'
import { inTransaction } from '../../server/src/database/transaction.ts'
import { changeStock, type Movement } from '../../server/src/inventory/change-stock.ts'
import { openShop, type Shop } from '../../server/src/shop.ts'
import { answerCommands } from './answer-commands.ts'

/** More than a run can sell. */
const stockOfEach = 1_000_000_000

// The API as it is, and the storefront if it is told to, on the database it is told, with plenty of everything unless the database is filled already.
const [databaseUrl = '', productsWanted = sampleProducts.length, storefront] = process.argv.slice(2)
const config = readConfig({
  DATABASE_URL: databaseUrl,
  PORT: '0',
  HOST: '127.0.0.1',
  STOREFRONT: storefront === undefined ? 'off' : 'on',
  SAMPLE_DATA: 'off',
  // So that the bench can be many senders.
  TRUSTED_PROXIES: '1',
  AUTH_SECRET: 'a secret of the bench, which nobody needs to guess',
})
const shop = await openShop(config, pino({ level: 'warn' }))
if (!(await isFilled(shop))) await fill(shop, Number(productsWanted))
let closing = false
process.on('SIGTERM', () => {
  closing = true
  void shop.close().then(() => process.exit(0))
})
let changing: NodeJS.Timeout | undefined
let changes: Array<{ readonly version: number; readonly begunAt: number; readonly at: number }> = []
answerCommands(async (command) => {
  const { everyMs } = command as { everyMs: number }
  clearInterval(changing)
  const told = changes
  changes = []
  const { id } = await shop.database.db.selectFrom('products').select('id').limit(1).executeTakeFirstOrThrow()
  if (everyMs > 0) changing = setInterval(() => void receive(shop, id).catch(failUnlessClosing), everyMs)
  return {
    productId: id,
    versions: told.map(({ version }) => version),
    firstVersion: told[0]?.version ?? 0,
    begunAt: told.map(({ begunAt }) => begunAt),
    changedAt: told.map(({ at }) => at),
  }
})
process.send?.(shop.port)

/** What comes in while the shop closes is not taken any more. */
function failUnlessClosing(error: unknown): void {
  if (!closing) throw error
}

/** Goods come in; notes when that was begun, and when it was committed. */
async function receive({ database, stockFeed }: Shop, productId: string): Promise<void> {
  const one = { productId, delta: 1, reason: 'receipt', cause: 'bench', actor: 'shop' } as const
  const begunAt = now()
  const [level] = await inTransaction(database, (tx) => changeStock(tx, stockFeed, [one]))
  changes.push({ version: level?.version ?? 0, begunAt, at: now() })
}

function now(): number {
  return performance.timeOrigin + performance.now()
}

async function isFilled({ database }: Shop): Promise<boolean> {
  return (await database.db.selectFrom('products').select('id').limit(1).executeTakeFirst()) !== undefined
}

function fill({ database, stockFeed }: Shop, products: number): Promise<void> {
  return inTransaction(database, async (tx) => {
    const receipts: Movement[] = []
    for (let position = 0; position < products; position += 1) {
      const productId = await addProduct(tx, sampleAt(position))
      receipts.push({ productId, delta: stockOfEach, reason: 'receipt', cause: 'bench', actor: 'shop' })
    }
    await changeStock(tx, stockFeed, receipts)
  })
}

/** The samples over and over, each time with another number behind the name. */
function sampleAt(position: number): NewProduct {
  const sample = sampleProducts[position % sampleProducts.length]
  if (!sample) throw new Error('there are no samples')
  const { stock: _stock, imageAlt, ...product } = sample
  const edition = Math.floor(position / sampleProducts.length)
  return {
    ...product,
    name: edition === 0 ? product.name : `${product.name} no. ${edition}`,
    slug: edition === 0 ? product.slug : `${product.slug}-${edition}`,
    currency: 'EUR',
    image: { src: `/images/products/${product.slug}.svg`, alt: imageAlt },
    position,
    createdAt: new Date(),
  }
}
