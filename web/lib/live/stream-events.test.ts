import { catalogChange, stockChanges, stockSnapshot } from '@onhand/contract/stock-events'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type * as z from 'zod/mini'
import type { Shape } from '../shapes.ts'
import { isCatalogChange, isStockChanges, isStockSnapshot } from './stock-shapes.ts'
import { readEvents, type StockNews, stockNewsOf } from './stream-events.ts'

function streamOf(...chunks: string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk))
      controller.close()
    },
  })
}

async function read(...chunks: string[]) {
  const told: { news: StockNews; eventId: string | undefined }[] = []
  let heard = 0
  let retryMs: number | undefined
  await readEvents(streamOf(...chunks), {
    parse: stockNewsOf,
    onHeard: () => heard++,
    onTold: (news, eventId) => told.push({ news, eventId }),
    onRetry: (ms) => {
      retryMs = ms
    },
  })
  return { told, heard, retryMs }
}

test('reads snapshot and changes however they are cut into pieces, and hears heartbeats', async () => {
  const { told, heard, retryMs } = await read(
    'retry: 2000\n\nevent: snapshot\nid: e:1\ndata: {"stock":[{"productId":"a","sto',
    'ck":3,"version":1}]}\n\n',
    ':\n\n',
    'event: stock\nid: e:2\ndata: {"changes":[{"productId":"a","stock":2,"version":2}]}\n\n',
  )
  expect([heard, retryMs]).toEqual([4, 2_000])
  expect(told).toEqual([
    {
      eventId: 'e:1',
      news: { stock: [{ productId: 'a', stock: 3, version: 1 }], whole: true, catalog: [] },
    },
    {
      eventId: 'e:2',
      news: { stock: [{ productId: 'a', stock: 2, version: 2 }], whole: false, catalog: [] },
    },
  ])
})

test('passes over kinds of events it does not know', async () => {
  const { told } = await read('event: weather\ndata: {"sun":"shines"}\n\n')
  expect(told).toEqual([])
})

test('fails on a stock event that is not as agreed, rather than miss a change', async () => {
  await expect(read('event: stock\ndata: {"changes":[{"productId":"a"}]}\n\n')).rejects.toThrow()
})

test('the reader takes what the contract takes, and nothing else', () => {
  const pairs: [Shape<unknown>, z.ZodMiniType][] = [
    [isStockSnapshot, stockSnapshot],
    [isStockChanges, stockChanges],
    [isCatalogChange, catalogChange],
  ]
  const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(null, '1', Number.MAX_SAFE_INTEGER + 1))
  const text = fc.oneof(fc.string(), fc.constantFrom(1, null))
  const level = fc.record({ productId: text, stock: number, version: number }, { requiredKeys: [] })
  const levels = fc.oneof(fc.array(level), fc.constantFrom(null, {}, 'stock'))
  const change = fc.oneof(fc.constantFrom('created', 'updated', 'withdrawn', 'gone'), number)
  const told = fc.record(
    { stock: levels, changes: levels, productId: text, change, catalogRevision: number },
    { requiredKeys: [] },
  )
  const wellFormed = fc.record({
    stock: fc.array(fc.record({ productId: fc.string(), stock: fc.nat(), version: fc.nat() })),
    changes: fc.array(fc.record({ productId: fc.string(), stock: fc.nat(), version: fc.nat() })),
    productId: fc.string(),
    change: fc.constantFrom('created', 'updated', 'withdrawn'),
  })
  fc.assert(
    fc.property(fc.oneof(told, wellFormed, fc.jsonValue()), (value) => {
      for (const [shape, schema] of pairs) expect(shape(value)).toBe(schema.safeParse(value).success)
    }),
    { numRuns: 2_000 },
  )
})
