import type { Product } from '@onhand/contract/catalog'
import { expect, test } from 'vitest'
import { createFindings } from './findings.ts'
import { createStreamView } from './stream-view.ts'
import { countOrder, createTally } from './tally.ts'
import { type Check, type Evidence, judge } from './verdict.ts'

test('agrees when each view shows what the shop says and the stock adds up', () => {
  const verdict = judge(afterOneSale())
  expect(verdict).toMatchObject({ agrees: true, notes: [] })
  expect(verdict.checks[0]).toMatchObject({ holds: true, extent: '2 views, 3 levels' })
})

test('fails when one view differs from the shop', () => {
  const evidence = afterOneSale()
  const stale = viewOf(evidence, [product('bowl', 5, 1), product('vase', 3, 1)])
  const verdict = judge({ ...evidence, views: [...evidence.views, stale] })
  expect(verdict.agrees).toBe(false)
  expect(broken(verdict.checks)).toMatchObject([
    { extent: '1 wrong of 3 views, 5 levels', examples: [expect.stringContaining('shows 5 at version 1')] },
  ])
})

test('fails when a view never heard of a product, unless it is narrowed to others', () => {
  const evidence = afterOneSale()
  const deaf = createStreamView(evidence.findings, undefined)
  expect(judge({ ...evidence, views: [deaf] }).agrees).toBe(false)
  const narrowed = createStreamView(evidence.findings, new Set(['lamp']))
  expect(judge({ ...evidence, views: [narrowed] }).agrees).toBe(true)
})

test('fails when a version went back on a stream', () => {
  const evidence = afterOneSale()
  evidence.views[0]?.apply([{ productId: 'bowl', stock: 5, version: 1 }])
  const verdict = judge(evidence)
  expect(verdict.agrees).toBe(false)
  expect(broken(verdict.checks)).toMatchObject([
    { rule: 'no version went back on a stream', examples: ['bowl went from version 2 to 1'] },
  ])
})

test('fails when the stock does not add up', () => {
  const evidence = afterOneSale()
  countOrder(evidence.tally, [{ productId: 'vase', quantity: 1 }])
  expect(broken(judge(evidence).checks)).toMatchObject([
    { examples: ['vase: 1 order lines, but only 0 changes of its stock'] },
  ])
  const end = [product('bowl', 4, 2), product('vase', 3, 2)]
  const views = [viewOf(evidence, end)]
  expect(broken(judge({ ...evidence, end, views }).checks)).toMatchObject([
    {
      examples: [
        'bowl: 5 at the start − 2 sold is not the 4 at the end',
        'vase: 3 at the start − 1 sold is not the 3 at the end',
      ],
    },
  ])
})

test('says so when somebody else traded too, and does not call it wrong', () => {
  const evidence = afterOneSale()
  const end = [product('bowl', 1, 4), product('vase', 3, 1)]
  const verdict = judge({ ...evidence, end, views: [viewOf(evidence, end)] })
  expect(verdict).toMatchObject({
    agrees: true,
    notes: ['Somebody else traded too: 1 product could not be added up.'],
  })
})

test('an order without an answer may have sold or not', () => {
  const evidence = afterOneSale()
  evidence.tally.undecided.set('key', [{ productId: 'vase', quantity: 1 }])
  const end = [product('bowl', 3, 2), product('vase', 2, 2)]
  const verdict = judge({ ...evidence, end, views: [viewOf(evidence, end)] })
  expect(verdict).toMatchObject({ agrees: true, notes: [expect.stringContaining('1 purchase stayed')] })
})

test('a product withdrawn or created meanwhile is not compared', () => {
  const evidence = afterOneSale()
  const end = [product('bowl', 3, 2), product('lamp', 9, 1)]
  expect(judge({ ...evidence, end }).agrees).toBe(true)
})

function product(id: string, stock: number, version: number): Product {
  const text = { slug: id, name: id, description: '', category: 'Home', image: null }
  return { id, ...text, price: 100, currency: 'EUR', stock, version }
}

/** Two bowls of five were sold; one stream covers the shop, one only the bowl. */
function afterOneSale(): Evidence {
  const findings = createFindings()
  const tally = createTally()
  countOrder(tally, [{ productId: 'bowl', quantity: 2 }])
  const end = [product('bowl', 3, 2), product('vase', 3, 1)]
  const evidence = { start: [product('bowl', 5, 1), product('vase', 3, 1)], end, tally, findings }
  const narrowed = createStreamView(findings, new Set(['bowl']))
  narrowed.apply([{ productId: 'bowl', stock: 3, version: 2 }])
  return { ...evidence, views: [viewOf({ findings }, end), narrowed] }
}

function viewOf({ findings }: Pick<Evidence, 'findings'>, products: readonly Product[]) {
  const view = createStreamView(findings, undefined)
  view.connect()
  view.apply(products.map(({ id, stock, version }) => ({ productId: id, stock, version })))
  return view
}

function broken(checks: readonly Check[]): Check[] {
  return checks.filter(({ holds }) => !holds)
}
