import { compare } from './compare.ts'
import type { Row } from './row.ts'
import { runServer } from './run-server.ts'
import { answerBytes, keepBuying, listLoad } from './shop-side.ts'
import { withTemporaryFolder } from './temporary-folder.ts'

/** The product list, its stock changing underneath, beside a bare route that sends as many bytes from a buffer. */
export function listRow(): Promise<Row[]> {
  return withTemporaryFolder(async (folder) => {
    const shop = await runServer('shop.ts', [`file:${folder}/onhand.db`])
    const bare = await runServer('bare.ts', [String(await answerBytes(shop.url, listLoad)), '100'])
    const stopBuying = await keepBuying(shop.url)
    const row = await compare(
      {
        name: 'product list, 24 products, 20 purchases a second',
        limitName: 'bare Express, same bytes',
        target: 0.9,
      },
      { url: shop.url, load: listLoad },
      { url: bare.url, load: listLoad },
    )
    await stopBuying()
    await Promise.all([shop.stop(), bare.stop()])
    return [row]
  })
}
