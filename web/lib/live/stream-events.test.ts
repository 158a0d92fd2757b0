import type { StockLevel } from '@onhand/contract/stock-events'
import { expect, test } from 'vitest'
import { levelsOf, readEvents } from './stream-events.ts'

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
  const told: { levels: StockLevel[]; eventId: string | undefined }[] = []
  let heard = 0
  await readEvents(streamOf(...chunks), {
    parse: levelsOf,
    onHeard: () => heard++,
    onTold: (levels, eventId) => told.push({ levels, eventId }),
  })
  return { told, heard }
}

test('reads snapshot and changes however they are cut into pieces, and hears heartbeats', async () => {
  const { told, heard } = await read(
    'retry: 2000\n\nevent: snapshot\nid: e:1\ndata: {"stock":[{"productId":"a","sto',
    'ck":3,"version":1}]}\n\n',
    ':\n\n',
    'event: stock\nid: e:2\ndata: {"changes":[{"productId":"a","stock":2,"version":2}]}\n\n',
  )
  expect(heard).toBe(4)
  expect(told).toEqual([
    { eventId: 'e:1', levels: [{ productId: 'a', stock: 3, version: 1 }] },
    { eventId: 'e:2', levels: [{ productId: 'a', stock: 2, version: 2 }] },
  ])
})

test('passes over kinds of events it does not know', async () => {
  const { told } = await read('event: catalog\ndata: {"productId":"a","change":"created"}\n\n')
  expect(told).toEqual([])
})

test('fails on a stock event that is not as agreed, rather than miss a change', async () => {
  await expect(read('event: stock\ndata: {"changes":[{"productId":"a"}]}\n\n')).rejects.toThrow()
})
