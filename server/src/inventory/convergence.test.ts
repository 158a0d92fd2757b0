import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { signUp } from '../testing/account-client.ts'
import { addTestProducts } from '../testing/add-test-product.ts'
import { move } from '../testing/admin-client.ts'
import { checkout } from '../testing/api-client.ts'
import { createBuyingClient } from '../testing/buying-client.ts'
import { eventually } from '../testing/eventually.ts'
import { checkGuarantees } from '../testing/guarantees/check-guarantees.ts'
import { readRecords } from '../testing/guarantees/read-records.ts'
import { findPagesBehind } from '../testing/guarantees/streams-never-go-back.ts'
import { startShopProcess } from '../testing/start-shop-process.ts'
import { openTestShops, startTestShop } from '../testing/start-test-shop.ts'
import { openStreamCrowd } from '../testing/stream-crowd.ts'
import { freshDatabaseUrl } from '../testing/test-database.ts'

/** On PostgreSQL the shop is two processes, of which one is killed; on SQLite it is one, which is opened again. */
const [clientCount, processCount] = process.env.TEST_ENGINE === 'postgres' ? [500, 2] : [2_000, 1]
const productCount = 40
const buyers = 6
const tradeMs = 2_000
const backMaxMs = 30_000
/** Of those who come back, no more than this share are told to do so within the same half second: an eighth would be even. */
const rushMax = 0.25

test(`${clientCount} pages with good and bad networks all show what the database holds, after the shop was killed under them`, async () => {
  const databaseUrl = await freshDatabaseUrl()
  const [before] = await openTestShops(databaseUrl, 1)
  const productIds = await addTestProducts(
    before,
    Array.from({ length: productCount }, (_, n) => ({ name: `Thing ${n}`, stock: 30 })),
  )
  const owner = await signUp(before, 'admin')
  await before.close()
  const running = await Promise.all(Array.from({ length: processCount }, () => startShopProcess(databaseUrl)))
  let turn = 0
  const nextUrl = (): string | undefined => running[turn++ % running.length]?.url
  const crowd = await openStreamCrowd(clientCount, { url: nextUrl, stopped: untilTestFinished() })

  const client = createBuyingClient(buyers)
  let open = true
  const anyProduct = (): string => productIds[randomInt(productCount)] ?? ''
  const trading = Array.from({ length: buyers }, async (_, buyer) => {
    for (let order = 0; open; order += 1) {
      const url = nextUrl()
      if (url === undefined) await sleep(20)
      else if (buyer === 0) {
        await move(url, owner, anyProduct(), { delta: 5, reason: 'receipt' }).catch(() => {})
      } else await client.buy(url, [{ productId: anyProduct(), quantity: 1 }], `${buyer}-${order}`)
      await sleep(10)
    }
  })
  await sleep(tradeMs)

  const [killed] = running.splice(0, 1)
  const killedAt = performance.now()
  const droppedMin = clientCount / processCount / 2
  await killed?.kill()
  if (processCount === 1) running.push(await startShopProcess(databaseUrl))
  const openAt = performance.now()
  const away = (): number =>
    crowd.clients.filter((one) => one.habit !== 'flapping' && !one.isConnected()).length
  await eventually(
    () => {
      expect(crowd.returns.length).toBeGreaterThan(droppedMin)
      expect(away()).toBe(0)
    },
    { timeout: backMaxMs, interval: 100 },
  )
  // Not when they came: a busy machine hears nobody for a second, and then all at once.
  const waits = crowd.returns.map(({ waitMs }) => waitMs)
  expect(largestRush(waits), 'no stampede').toBeLessThan(waits.length * rushMax)
  const meanwhile = client.log.filter(({ startedMs }) => startedMs > Math.max(openAt, killedAt))
  expect(meanwhile.filter(({ answer }) => answer?.status === 201).length).toBeGreaterThan(buyers)

  open = false
  await Promise.all(trading)
  crowd.calm()
  const [after] = await openTestShops(databaseUrl, 1)
  await checkGuarantees(after.database.db, { log: client.log, watches: crowd.clients })
}, 180_000)

test('one change that does not reach one of many pages is found', async () => {
  const shop = await startTestShop()
  const [bowl = ''] = await addTestProducts(shop, [{ name: 'Bowl', stock: 9 }])
  const crowd = await openStreamCrowd(30, {
    url: () => shop.url,
    stopped: untilTestFinished(),
    lose: (client, { version }) => client === 17 && version === 2,
  })
  crowd.calm()
  await checkout(shop.url, [{ productId: bowl, quantity: 1 }])
  const records = await readRecords(shop.database.db)
  await expect
    .poll(() => findPagesBehind(records, crowd.clients))
    .toEqual([`G8: page 17 shows 9 of ${bowl}, and there are 8`])
})

function untilTestFinished(): AbortSignal {
  const stopped = new AbortController()
  onTestFinished(() => stopped.abort())
  return stopped.signal
}

/** The most within half a second. */
function largestRush(times: readonly number[]): number {
  return Math.max(...times.map((start) => times.filter((at) => at >= start && at < start + 500).length))
}
