import { randomInt } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type StockLevel, stockChanges, stockSnapshot } from '@onhand/contract/stock-events'
import type { StockWatch } from './watch-stock.ts'

/** Texts remembered: most clients are sent the same at about the same time. */
const textsMax = 64
const connectingMax = 100

/** How a client's network is. */
type Habit = 'steady' | 'flapping' | 'stalled'

/** One page, over a connection of its own, which comes back when it is told to. */
interface CrowdClient extends Pick<StockWatch, 'told'> {
  readonly habit: Habit
  isConnected(): boolean
}

/** Many pages that watch the stock through bad networks. */
export interface StreamCrowd {
  readonly clients: readonly CrowdClient[]
  /** Of each client that was connected anew after its server was gone. */
  readonly returns: readonly Return[]
  /** From now on all networks are good. */
  calm(): void
}

interface Return {
  /** When it was connected, in milliseconds of `performance.now()`. */
  readonly at: number
  /** How long it had been told to wait. */
  readonly waitMs: number
}

interface CrowdOptions {
  /** Where to connect next; asked before each connection. */
  readonly url: () => string | undefined
  /** Ends all clients. */
  readonly stopped: AbortSignal
  /** How long somebody with a bad network stays connected, and away, at most. */
  readonly flapMaxMs?: number
  /** What does not reach a client, to try whether the checker would notice. */
  readonly lose?: (client: number, level: StockLevel) => boolean
}

/** Connects `count` clients, and resolves when each was told what there is. */
export async function openStreamCrowd(
  count: number,
  { url, stopped, flapMaxMs = 600, lose = () => false }: CrowdOptions,
): Promise<StreamCrowd> {
  const returns: Return[] = []
  const decode = createDecoder()
  const lasting = { calm: false }
  const clients = Array.from({ length: count }, (_, n) => {
    const habit: Habit = n % 5 === 0 ? 'flapping' : n % 20 === 1 ? 'stalled' : 'steady'
    return createClient(n, habit)
  })

  function createClient(n: number, habit: Habit) {
    const told: StockLevel[] = []
    let lastId: string | undefined
    let retryMs = 1_000
    let rest = ''
    let socket: Socket | undefined
    let connected = false

    function take(event: string): void {
      const fields = Object.fromEntries(
        event
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      )
      if (fields.retry) retryMs = Number(fields.retry)
      if (fields.event === 'snapshot' || fields.event === 'stock') {
        for (const level of decode(fields.event, fields.data ?? '')) if (!lose(n, level)) told.push(level)
      }
      if (fields.id) lastId = fields.id
      if (habit === 'stalled' && !lasting.calm && fields.event) socket?.pause()
    }

    function read(text: string): void {
      if (!connected && text.startsWith('HTTP/1.1 200')) connected = true
      const events = (
        rest + text.slice(text.startsWith('HTTP/1.1') ? text.indexOf('\r\n\r\n') + 4 : 0)
      ).split('\n\n')
      rest = events.pop() ?? ''
      for (const event of events) take(event)
    }

    /** Resolves when the connection is gone. */
    function connectOnce(): Promise<void> {
      const target = url()
      if (target === undefined) return Promise.resolve()
      const { hostname, port } = new URL(target)
      rest = ''
      const own = connect(Number(port), hostname)
      socket = own
      own.setEncoding('utf8').on('data', read)
      const resume = lastId === undefined ? '' : `Last-Event-ID: ${lastId}\r\n`
      own.on('connect', () => own.write(`GET /api/stock/stream HTTP/1.1\r\nHost: shop\r\n${resume}\r\n`))
      own.on('error', () => {})
      return new Promise((resolve) => own.on('close', () => resolve()))
    }

    async function stay(): Promise<void> {
      while (!stopped.aborted) {
        const closing = connectOnce()
        let left = false
        if (habit === 'flapping' && !lasting.calm) {
          setTimeout(() => {
            left = connected && !lasting.calm
            if (left) socket?.destroy()
          }, randomInt(flapMaxMs))
        }
        await closing
        const wasConnected = connected
        connected = false
        const waitMs = left ? randomInt(flapMaxMs) : retryMs
        await sleep(waitMs, undefined, { ref: false })
        if (wasConnected && !left) void reportReturn(waitMs)
      }
    }

    async function reportReturn(waitMs: number): Promise<void> {
      while (!connected && !stopped.aborted) await sleep(20)
      returns.push({ at: performance.now(), waitMs })
    }

    stopped.addEventListener('abort', () => socket?.destroy())
    return { told, habit, isConnected: () => connected, stay, resume: () => void socket?.resume() }
  }

  const waiting = [...clients]
  await Promise.all(
    Array.from({ length: connectingMax }, async () => {
      for (let client = waiting.pop(); client; client = waiting.pop()) {
        void client.stay()
        while (client.told.length === 0) await sleep(5)
      }
    }),
  )
  return {
    clients,
    returns,
    calm() {
      lasting.calm = true
      for (const client of clients) client.resume()
    },
  }
}

function createDecoder(): (event: string, data: string) => readonly StockLevel[] {
  const decoded = new Map<string, readonly StockLevel[]>()
  return (event, data) => {
    const known = decoded.get(data)
    if (known) return known
    const json: unknown = JSON.parse(data)
    const levels = event === 'stock' ? stockChanges.parse(json).changes : stockSnapshot.parse(json).stock
    decoded.set(data, levels)
    const [oldest] = decoded.keys()
    if (decoded.size > textsMax && oldest !== undefined) decoded.delete(oldest)
    return levels
  }
}
