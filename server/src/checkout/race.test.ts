import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Database } from '../database/database.ts'
import { addTestProduct, addTestProducts } from '../testing/add-test-product.ts'
import { checkout, stockOf } from '../testing/api-client.ts'
import { createBuyingClient } from '../testing/buying-client.ts'
import { checkBooks } from '../testing/check-books.ts'
import { checkGuarantees } from '../testing/guarantees/check-guarantees.ts'
import { startTestShop } from '../testing/start-test-shop.ts'

const buyers = 200
const units = 50

/** Two hundred people press the button in the same moment. */
function rush<T>(buy: (buyer: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: buyers }, (_, buyer) => buy(buyer)))
}

test('200 buyers at once for 50 units: exactly 50 are sold, and all others hear that it is gone', async () => {
  const shop = await startTestShop()
  const print = await addTestProduct(shop, { name: 'Print', stock: units })
  const replies = await rush((buyer) =>
    checkout(shop.url, [{ productId: print, quantity: 1 }], { key: `buyer-${buyer}` }),
  )
  const sold = replies.filter((reply) => reply.status === 201)
  const refused = replies.filter((reply) => reply.status === 409)
  expect([sold.length, refused.length]).toEqual([units, buyers - units])
  expect(refused.every((reply) => reply.body.shortages[0].available === 0)).toBe(true)
  expect(new Set(sold.map((reply) => reply.body.order.id)).size).toBe(units)
  expect(await stockOf(shop.url, print)).toEqual({ stock: 0, version: 1 + units })
  await checkBooks(shop.database.db)
})

test('the same rush on a shop that reads, subtracts and writes back oversells: the rush is real', async () => {
  const shop = await startTestShop()
  const print = await addTestProduct(shop, { name: 'Print', stock: units })
  const { db } = shop.database
  const replies = await rush(async () => {
    const { stock } = await stockOf(shop.url, print)
    // The turn that every answer of a database over a network costs.
    await nextTurn()
    if (stock < 1) return false
    await db
      .updateTable('products')
      .set({ stock: stock - 1 })
      .where('id', '=', print)
      .execute()
    return true
  })
  expect(replies.filter(Boolean).length).toBeGreaterThan(units)
})

test('carts that name the same products in opposite orders are all decided, and every guarantee is kept', async () => {
  const shop = await startTestShop()
  const things = Array.from({ length: 6 }, (_, n) => ({ name: `Thing ${n}`, stock: 40 }))
  const ids = await addTestProducts(shop, things)
  const client = createBuyingClient(buyers)
  await rush((buyer) => {
    const productIds = buyer % 2 ? ids : ids.toReversed()
    const items = productIds.map((productId) => ({ productId, quantity: 1 + (buyer % 3) }))
    return client.buy(shop.url, items, `buyer-${buyer}`)
  })
  expect(new Set(client.log.map(({ answer }) => answer?.status))).toEqual(new Set([201, 409]))
  await checkGuarantees(shop.database.db, { log: client.log })
})

/** What the one costs that breaks. */
const brokenTotal = 4_242

/** The commit of an order with that total fails, when all of it is written already. */
async function breakCommit({ engine, db }: Database): Promise<void> {
  const claim = `insert into claims values ('nobody')`
  const raise = 'create trigger break_commit after insert on orders for each row'
  const statements = {
    sqlite: [`${raise} when new.total = ${brokenTotal} begin ${claim}; end`],
    postgres: [
      `create function claim() returns trigger language plpgsql as $$ begin ${claim}; return new; end $$`,
      `${raise} when (new.total = ${brokenTotal}) execute function claim()`,
    ],
  }
  const table = 'create table claims (id text references orders (id) deferrable initially deferred)'
  for (const statement of [table, ...statements[engine]]) await sql.raw(statement).execute(db)
}

/** Its order would be in two currencies. */
async function breakDecision({ db }: Database): Promise<void> {
  await db.updateTable('products').set({ currency: 'USD' }).where('name', '=', 'Broken').execute()
}

test.for<[when: string, breakIt: (database: Database) => Promise<void>]>([
  ['while it is decided', breakDecision],
  ['at its commit', breakCommit],
])(
  'one attempt that breaks %s hears of no order and leaves none, and those decided with it are spared',
  async ([, breakIt]) => {
    const shop = await startTestShop()
    const good = await addTestProduct(shop, { name: 'Good', stock: buyers, price: 1_000 })
    const broken = await addTestProduct(shop, { name: 'Broken', stock: 5, price: brokenTotal - 1_000 })
    await breakIt(shop.database)
    const client = createBuyingClient(buyers)
    await rush((buyer) => {
      const productIds = buyer === 7 ? [good, broken] : [good]
      const items = productIds.map((productId) => ({ productId, quantity: 1 }))
      return client.buy(shop.url, items, `buyer-${buyer}`)
    })
    const statuses = Object.groupBy(client.log, ({ answer }) => answer?.status ?? 0)
    expect([statuses[201]?.length, statuses[500]?.map(({ key }) => key)]).toEqual([buyers - 1, ['buyer-7']])
    expect(await stockOf(shop.url, broken)).toEqual({ stock: 5, version: 1 })
    await checkGuarantees(shop.database.db, { log: client.log })
  },
)
