import { NoAnswer, Refusal } from '../api-errors.ts'
import { readEvents, type StreamListener } from './stream-events.ts'

/** The server says something at least every 15 s; a stream silent for longer than this is dead. */
const silenceMaxMs = 40_000
/** Silence that is suspicious when somebody looks at the page right now. */
const silenceSuspiciousMs = 20_000
/** A server that is reached says something at once; where nothing comes through, something on the way holds it back. */
const firstWordMaxMs = 10_000
/** Until the server says how long to wait. */
const retryFirstMs = 500
const retryMaxMs = 15_000
/** A stream that ends sooner than this counts as a failed try, so that a server in trouble is not hammered. */
const healthyMs = 5_000

type StreamStatus = 'connecting' | 'live'

export interface ConnectionOptions<Told> extends Pick<StreamListener<Told>, 'parse'> {
  open(lastEventId: string | undefined, signal: AbortSignal): Promise<Response>
  onTold(told: Told): void
  onStatus(status: StreamStatus): void
  /** The stream showed a sign of life. */
  onHeard(): void
}

/** One stream that comes back by itself for as long as it is wanted. */
export interface Connection {
  /** Tries again now when a retry is overdue or, with `hurry`, pending; starts anew when it has been silent. */
  check(options?: { hurry: boolean }): void
  /** Lets go of the stream and opens it anew. */
  reconnect(): void
  close(): void
}

export function openConnection<Told>(options: ConnectionOptions<Told>): Connection {
  let lastEventId: string | undefined
  let closed = false
  let failures = 0
  let heardAt = Date.now()
  let retryMs = retryFirstMs
  let isHurried = false
  let silenceTimer: ReturnType<typeof setTimeout> | undefined
  let attempt = new AbortController()
  let pause: { dueAt: number; end: () => void } | undefined

  function endAfterSilence(ms: number): void {
    heardAt = Date.now()
    clearTimeout(silenceTimer)
    silenceTimer = setTimeout(() => attempt.abort(), ms)
  }

  async function connectOnce(): Promise<void> {
    attempt = new AbortController()
    endAfterSilence(firstWordMaxMs)
    const response = await options.open(lastEventId, attempt.signal)
    if (!response.body) throw new NoAnswer('The stream has no body.')
    let isLive = false
    await readEvents(response.body, {
      parse: options.parse,
      onHeard() {
        endAfterSilence(silenceMaxMs)
        options.onHeard()
        if (!isLive) options.onStatus('live')
        isLive = true
      },
      onRetry(ms) {
        retryMs = Math.min(ms, retryMaxMs)
      },
      onTold(told, eventId) {
        options.onTold(told)
        lastEventId = eventId ?? lastEventId
      },
    })
  }

  async function stayConnected(): Promise<void> {
    while (!closed) {
      const startedAt = Date.now()
      const error = await connectOnce().catch((cause: unknown) => cause)
      clearTimeout(silenceTimer)
      attempt.abort()
      if (closed) return
      options.onStatus('connecting')
      if (!isTransport(error)) lastEventId = undefined
      failures = Date.now() - startedAt > healthyMs ? 1 : failures + 1
      if (!isHurried) await rest(pauseMsAfter(error))
      isHurried = false
    }
  }

  /** What a server that refuses asks for is spread out too. */
  function pauseMsAfter(error: unknown): number {
    return Math.max(retryDelayMs(failures, retryMs), retryAfterMsOf(error) * (1 + Math.random() / 2))
  }

  function rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(end, ms)
      pause = { dueAt: Date.now() + ms, end }
      function end(): void {
        clearTimeout(timer)
        pause = undefined
        resolve()
      }
    })
  }

  function reconnect(): void {
    failures = 0
    if (pause) {
      pause.end()
    } else {
      isHurried = true
      attempt.abort()
    }
  }

  options.onStatus('connecting')
  void stayConnected()

  return {
    check({ hurry } = { hurry: false }) {
      if (pause && (hurry || Date.now() >= pause.dueAt)) pause.end()
      else if (!pause && Date.now() - heardAt > silenceSuspiciousMs) reconnect()
    },
    reconnect,
    close() {
      closed = true
      pause?.end()
      attempt.abort()
      clearTimeout(silenceTimer)
    },
  }
}

/**
 * Doubles with every failure up to the limit; spread out, so that not all pages come back at once.
 *
 * @param failures 1 or more
 * @param firstMs the longest pause after the first of them
 */
export function retryDelayMs(failures: number, firstMs: number, random: () => number = Math.random): number {
  return Math.min(retryMaxMs, firstMs * 2 ** (failures - 1)) * (0.25 + 0.75 * random())
}

/** True when the connection failed; false when what came over it could not be understood. */
function isTransport(error: unknown): boolean {
  return error === undefined || error instanceof NoAnswer || error instanceof Refusal || isNetwork(error)
}

function isNetwork(error: unknown): boolean {
  return error instanceof DOMException || error instanceof TypeError
}

function retryAfterMsOf(error: unknown): number {
  return error instanceof Refusal || error instanceof NoAnswer ? (error.retryAfterMs ?? 0) : 0
}
