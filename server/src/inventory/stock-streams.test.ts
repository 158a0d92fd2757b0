import { expect, test } from 'vitest'
import type { Db } from '../database/database.ts'
import { checkout } from '../testing/api-client.ts'
import { eventually } from '../testing/eventually.ts'
import { readStream } from '../testing/read-stream.ts'
import { serveRoutes } from '../testing/serve-routes.ts'
import { startTestShop } from '../testing/start-test-shop.ts'
import { whenOver } from '../testing/when-over.ts'
import { selectStock } from './queries.ts'
import { inventoryRoutes } from './routes.ts'
import { createStockStreams } from './stock-streams.ts'

test('what is sold while a snapshot is on its way from the database is told after it', async () => {
  const { url, database, stockFeed } = await startTestShop([{ name: 'Bowl', stock: 5 }])
  const [{ productId = '' } = {}] = await selectStock(database.db, undefined)
  const way = new Way()
  const db = farAway(database.db, way)
  const streams = await createStockStreams(db, stockFeed, () => {})
  whenOver(() => streams.close())
  const address = await serveRoutes(inventoryRoutes(db, streams, stockFeed.catalogRevision))
  way.close()
  const stream = await readStream(address)
  await eventually(() => expect(way.waiting).toBe(1))
  const sale = new Promise((resolve) =>
    stockFeed.subscribe(({ changes }) => {
      if (changes.some((change) => 'version' in change && change.version === 2)) resolve(undefined)
    }),
  )
  await checkout(url, [{ productId, quantity: 2 }])
  await sale
  way.open()
  expect(await stream.untilVersion(productId, 2)).toMatchObject({ stock: 3 })
  expect(stream.levels()[0], 'the snapshot is from before').toEqual({ productId, stock: 5, version: 1 })
})

/** The way of answers from a database. */
class Way {
  waiting = 0
  #opened = Promise.resolve()
  open = (): void => {}

  close(): void {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#opened = promise
    this.open = resolve
  }

  async pass(): Promise<void> {
    this.waiting += 1
    await this.#opened
    this.waiting -= 1
  }
}

function farAway(db: Db, way: Way): Db {
  return db.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      await way.pass()
      return result
    },
  })
}
