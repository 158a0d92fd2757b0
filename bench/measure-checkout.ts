import { compare } from './compare.ts'
import type { Row } from './row.ts'
import { runServer } from './run-server.ts'
import { answerBytes, checkoutLoad, productIdsOf } from './shop-side.ts'
import { withTemporaryFolder } from './temporary-folder.ts'

/** Checkouts on SQLite with every commit on disk, beside a bare route that only reads and writes JSON. */
export function checkoutRows(): Promise<Row[]> {
  return withTemporaryFolder(async (folder) => {
    const shop = await runServer('shop.ts', [`file:${folder}/onhand.db`])
    const productIds = await productIdsOf(shop.url)
    const spread = { url: shop.url, load: checkoutLoad(productIds, 2) }
    const bytes = await answerBytes(shop.url, spread.load)
    const bare = await runServer('bare.ts', ['100', String(bytes)])
    const rows = [
      await compare(
        {
          name: 'checkout, two lines, SQLite',
          limitName: 'bare Express with express.json, same bytes',
          target: 0.6,
        },
        spread,
        { url: bare.url, load: spread.load },
      ),
      await compare(
        { name: 'checkout, everybody wants one product', limitName: 'spread over 24', target: 0.95 },
        { url: shop.url, load: checkoutLoad(productIds.slice(0, 1), 1) },
        { url: shop.url, load: checkoutLoad(productIds, 1) },
      ),
    ]
    await Promise.all([shop.stop(), bare.stop()])
    return rows
  })
}
