import { expect, test } from 'vitest'
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
