import { expect, test } from 'vitest'
import { addTestProduct } from '../add-test-product.ts'
import { type BuyingClient, createBuyingClient, type LoggedCheckout } from '../buying-client.ts'
import { shared } from '../shared.ts'
import { startTestShop } from '../start-test-shop.ts'
import { type StockWatch, watchStock } from '../watch-stock.ts'
import { checkGuarantees } from './check-guarantees.ts'
import { findBroken, type Seen } from './find-everything-broken.ts'
import { type Records, readRecords } from './read-records.ts'

interface Trade {
  readonly records: Records
  readonly log: BuyingClient['log']
  readonly watch: StockWatch
}

/** Three bowls: one is bought, the same is asked again, another is bought, and two more cannot be had. */
const trade = shared(async (): Promise<Trade> => {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 3 })
  const watch = watchStock(() => shop.url)
  const client = createBuyingClient(4)
  for (const [key, quantity] of [
    ['k1', 1],
    ['k1', 1],
    ['k2', 1],
    ['k3', 2],
    [undefined, 2],
  ] as const)
    await client.buy(shop.url, [{ productId: bowl, quantity }], key)
  await checkGuarantees(shop.database.db, { log: client.log, watches: [watch] })
  return { records: await readRecords(shop.database.db), log: client.log, watch }
})

test('an honest trade keeps every guarantee', async () => {
  const { records, log, watch } = trade()
  expect(log.map(({ answer }) => [answer?.status, answer?.replayed])).toEqual([
    [201, false],
    [201, true],
    [201, false],
    [409, false],
    [409, false],
  ])
  expect(findBroken(records, { log, watches: [watch] })).toEqual([])
})

/** The log, with one of its requests told otherwise. */
function retell(
  index: number,
  change: (one: LoggedCheckout) => Partial<LoggedCheckout>,
): (trade: Trade) => Seen {
  return ({ log }) => ({ log: log.map((one, place) => (place === index ? { ...one, ...change(one) } : one)) })
}

function reword(index: number, from: RegExp, to: string): (trade: Trade) => Seen {
  return retell(index, ({ answer }) => ({
    answer: answer && { ...answer, text: answer.text.replace(from, to) },
  }))
}

function tell(...versions: Array<[version: number, stock: number]>): (trade: Trade) => Seen {
  return ({ log, records }) => {
    const productId = records.stock[0]?.productId ?? ''
    return { log, watches: [{ told: versions.map(([version, stock]) => ({ productId, version, stock })) }] }
  }
}

test.for<[lie: string, finding: RegExp, told: (trade: Trade) => Seen & { records?: Records }]>([
  ['a replay that reads otherwise', /^G3: key k1 was answered/, reword(1, /Bowl/, 'Bowls')],
  ['a key decided for another body', /^G3: key k1 was decided for/, retell(1, () => ({ items: [] }))],
  [
    'a key refused to its own body',
    /^G3: key k1 was refused/,
    retell(1, () => ({ answer: { status: 422, text: '', replayed: false } })),
  ],
  ['an answer that was not kept', /^G3: key k2 .* but kept is/, reword(2, /Bowl/, 'Bowls')],
  [
    'an order that nobody asked for',
    /^G3: the orders ord_\w+ belong to no request/,
    ({ log }) => ({ log: log.filter(({ key }) => key !== 'k2') }),
  ],
  ['an order that is not there', /^G4: order ord_x\w+ was answered/, reword(2, /ord_/, 'ord_x')],
  ['a token that opens nothing', /^G4: the token/, reword(2, /"accessToken":"/, '"accessToken":"x')],
  [
    'another line than is written',
    /^G4: order \w+ is not what was answered/,
    reword(2, /"quantity":1/, '"quantity":3'),
  ],
  [
    'another line than was asked for',
    /^G4: order \w+ is not what was asked/,
    retell(2, () => ({ items: [] })),
  ],
  [
    'a later order that took an earlier version',
    /^G7: version 3 .* before version 2/,
    ({ log }) => ({ log: log.map((one) => ({ ...one, startedMs: -one.endedMs, endedMs: -one.startedMs })) }),
  ],
  ['a version that goes back', /^G8: version 2 .* after version 3/, tell([3, 1], [2, 2])],
  ['a level that never was', /^G8: version 2 .* was told as 7/, tell([2, 7])],
  [
    'a shortage of what there was',
    /^G9: .* that version left 1/,
    reword(3, /"available":1/, '"available":0'),
  ],
  [
    'a shortage of less than was asked',
    /^G9: .* but 1 were asked/,
    retell(4, ({ items }) => ({ items: items.map((item) => ({ ...item, quantity: 1 })) })),
  ],
  [
    'a shortage of a version to come',
    /^G9: .* it was made later/,
    retell(3, () => ({ startedMs: -2, endedMs: -1 })),
  ],
  [
    'a shortage of a version long gone',
    /^G9: .* a newer one before/,
    retell(4, ({ items, answer }) => ({
      items: items.map((item) => ({ ...item, quantity: 3 })),
      answer: answer && {
        ...answer,
        text: answer.text.replace(
          '"requested":2,"available":1,"version":3',
          '"requested":3,"available":2,"version":2',
        ),
      },
    })),
  ],
  [
    'a refusal without a shortage',
    /^G9: .* names no shortage/,
    reword(4, /"shortages":\[[^\]]*\]/, '"shortages":[]'),
  ],
])('finds %s', async ([, finding, told]) => {
  const traded = trade()
  const seen = told(traded)
  expect(findBroken(seen.records ?? traded.records, seen)).toContainEqual(expect.stringMatching(finding))
})
