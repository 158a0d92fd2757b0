import type { Channel } from './channel.ts'
import type { Locks } from './leadership.ts'
import type { StockSnapshot } from './stock-shapes.ts'

/** A browser as its pages see it: locks and channels shared by all of them. Only for tests. */
export function createFakeBrowser(): { locks: Locks; openChannel(): Channel } {
  return { locks: createFakeLocks(), openChannel: createFakeChannels() }
}

function createFakeLocks(): Locks {
  let holder: { fail: (error: Error) => void } | undefined
  const queue: { start: () => void; options: { signal?: AbortSignal } }[] = []

  function next(): void {
    if (holder) return
    const waiting = queue.shift()
    if (!waiting) return
    if (waiting.options.signal?.aborted) next()
    else waiting.start()
  }

  return {
    request: (_name, options, callback) =>
      new Promise((resolve, reject) => {
        const start = (): void => {
          const mine = { fail: reject }
          holder = mine
          void callback().then(() => {
            if (holder === mine) holder = undefined
            resolve(undefined)
            next()
          })
        }
        options.signal?.addEventListener('abort', () => reject(new DOMException('called off', 'AbortError')))
        if (options.steal) {
          holder?.fail(new DOMException('stolen', 'AbortError'))
          queue.unshift({ start, options })
          holder = undefined
        } else {
          queue.push({ start, options })
        }
        queueMicrotask(next)
      }),
  }
}

function createFakeChannels(): () => Channel {
  const open = new Set<Channel>()
  return () => {
    const channel: Channel = {
      onmessage: null,
      postMessage(message) {
        const data = structuredClone(message)
        for (const other of open) {
          if (other !== channel)
            queueMicrotask(() => open.has(other) && other.onmessage?.({ data } as MessageEvent))
        }
      },
      close: () => open.delete(channel),
    }
    open.add(channel)
    return channel
  }
}

/** The far end of stock streams: counts them and lets a test speak into them. */
export function createFakeServer() {
  const streams = new Set<ReadableStreamDefaultController<Uint8Array>>()
  const opened: { products: string | undefined; lastEventId: string | undefined }[] = []
  const encoder = new TextEncoder()
  const server = {
    streams,
    /** What every stream that was ever opened was asked for. */
    opened,
    /** What is answered to those who ask instead; undefined for no answer. */
    answer: undefined as StockSnapshot | undefined,
    asked: 0,
    /** What snapshots say of the catalog. */
    catalogRevision: 7,
    /** While true, streams are opened but nothing comes through, as behind a proxy that holds it all back. */
    blocked: false,
    open(
      productIds: readonly string[] | undefined,
      lastEventId: string | undefined,
      signal: AbortSignal,
    ): Promise<Response> {
      opened.push({ products: productIds?.join(), lastEventId })
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          streams.add(controller)
          if (!server.blocked) controller.enqueue(encoder.encode('retry: 2000\n\n'))
          signal.addEventListener('abort', () => {
            if (streams.delete(controller)) controller.error(new DOMException('aborted', 'AbortError'))
          })
        },
      })
      return Promise.resolve(new Response(body))
    },
    ask(): Promise<StockSnapshot> {
      server.asked += 1
      return server.answer ? Promise.resolve(server.answer) : Promise.reject(new TypeError('no network'))
    },
    tell(event: string, id: string, data: unknown): void {
      const text = `event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`
      for (const controller of streams) controller.enqueue(encoder.encode(text))
    },
    say(event: 'snapshot' | 'stock', id: string, stock: number, version: number): void {
      const levels = [{ productId: 'a', stock, version }]
      const { catalogRevision } = server
      server.tell(event, id, event === 'snapshot' ? { stock: levels, catalogRevision } : { changes: levels })
    },
    beat(): void {
      for (const controller of streams) controller.enqueue(encoder.encode(':\n\n'))
    },
    hangUp(): void {
      for (const controller of streams) controller.close()
      streams.clear()
    },
  }
  return server
}
