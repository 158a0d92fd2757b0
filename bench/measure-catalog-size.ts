import type { ProductPage } from '@onhand/contract/catalog'
import { compare, type Side } from './compare.ts'
import { press } from './load.ts'
import { median, type Row } from './row.ts'
import { type RunningServer, runServer } from './run-server.ts'
import { checkoutLoad, productIdsOf } from './shop-side.ts'
import { withTemporaryFolder } from './temporary-folder.ts'

/** At most this much slower in a catalog a thousand times as large. */
const flat = 0.85
const sizes = [24, 10_000, 100_000] as const
const walks = 5
/** Pages at either end of the list that are held against each other. */
const pagesCompared = 100

/** What a checkout costs in large catalogs, and what the last pages of a long list cost beside the first. */
export function catalogSizeRows(): Promise<Row[]> {
  return withTemporaryFolder(async (folder) => {
    const [small, ...larger] = await Promise.all(
      sizes.map((size) => runServer('shop.ts', [`file:${folder}/${size}.db`, String(size)])),
    )
    const rows: Row[] = []
    for (const [index, shop] of larger.entries()) {
      const name = `checkout, two lines, SQLite, ${sizes[index + 1]?.toLocaleString('en')} products`
      const names = { limitName: `a catalog of ${sizes[0]}`, target: flat }
      const [some, all, of24] = [await sideOf(shop, sizes[0]), await sideOf(shop), await sideOf(small)]
      rows.push(await compare({ ...names, name: `${name}, ${sizes[0]} of them wanted` }, some, of24))
      rows.push(await compare({ ...names, name: `${name}, all wanted alike` }, all, of24))
    }
    rows.push(await deepPagesRow(larger.at(-1)))
    await Promise.all([small, ...larger].map((shop) => shop?.stop()))
    return rows
  })
}

/** @param wanted how many products are bought, of all the shop has */
async function sideOf(shop: RunningServer | undefined, wanted?: number): Promise<Side> {
  if (!shop) throw new Error('no shop to measure')
  const productIds = await productIdsOf(shop.url)
  return { url: shop.url, load: checkoutLoad(productIds.slice(0, wanted), 2) }
}

/** Reads the whole list page by page, several times. */
async function deepPagesRow(shop: RunningServer | undefined): Promise<Row> {
  const { url, load } = await sideOf(shop)
  const ends: Array<{ first: number; last: number }> = []
  for (let walk = 0; walk < walks; walk += 1) {
    // A purchase, so that no page is kept from the last walk.
    await press(url, load, 0.1)
    const times = await walkList(url)
    ends.push({
      first: perSecond(times.slice(0, pagesCompared)),
      last: perSecond(times.slice(-pagesCompared)),
    })
  }
  return {
    name: `product list, the last ${pagesCompared} of 1,000 pages`,
    limitName: `the first ${pagesCompared}`,
    ours: median(ends.map(({ last }) => last)),
    limit: median(ends.map(({ first }) => first)),
    unit: '/s',
    ratio: median(ends.map(({ first, last }) => last / first)),
    target: flat,
    note: 'one page after the other, over one connection',
  }
}

/** How long each page took, in milliseconds. */
async function walkList(url: string): Promise<number[]> {
  const times: number[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const start = performance.now()
    const reply: Response = await fetch(`${url}/api/products?limit=100${cursor && `&cursor=${cursor}`}`)
    cursor = ((await reply.json()) as ProductPage).nextCursor
    times.push(performance.now() - start)
  }
  return times
}

function perSecond(times: readonly number[]): number {
  return (times.length * 1_000) / times.reduce((sum, time) => sum + time, 0)
}
