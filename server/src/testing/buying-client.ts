import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { CheckoutItem } from '@onhand/contract/checkout'
import { whenOver } from './when-over.ts'

export interface ReadAnswer {
  readonly status: number
  readonly text: string
  readonly replayed: boolean
}

/** One request to buy and what came back, as the client saw it. */
export interface LoggedCheckout {
  readonly key: string | undefined
  readonly items: readonly CheckoutItem[]
  /** In milliseconds of one clock: before the request was sent, and after the answer was read whole. */
  readonly startedMs: number
  readonly endedMs: number
  /** Undefined when no answer came, or not all of it. */
  readonly answer: ReadAnswer | undefined
  /** The code of what went wrong then. */
  readonly failure?: string | undefined
}

/** Buys over a bounded number of kept connections, and notes every request. */
export interface BuyingClient {
  readonly log: readonly LoggedCheckout[]
  buy(url: string, items: readonly CheckoutItem[], key?: string): Promise<LoggedCheckout>
}

/** An idle connection is let go long before the server would close it, so that no request meets a closing one. */
const idleMaxMs = 1_000

export function createBuyingClient(socketsMax: number): BuyingClient {
  const agent = new Agent({ keepAlive: true, maxSockets: socketsMax, timeout: idleMaxMs })
  whenOver(() => agent.destroy())
  const log: LoggedCheckout[] = []
  return {
    log,
    async buy(url, items, key) {
      const startedMs = performance.now()
      const outcome = await post(agent, url, items, key).then(
        (answer) => ({ answer }),
        (error: NodeJS.ErrnoException) => ({ answer: undefined, failure: error.code }),
      )
      const logged = { key, items, startedMs, endedMs: performance.now(), ...outcome }
      log.push(logged)
      return logged
    },
  }
}

async function post(
  agent: Agent,
  url: string,
  items: readonly CheckoutItem[],
  key: string | undefined,
): Promise<ReadAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadAnswer>()
  const body = JSON.stringify({ items })
  const headers: Record<string, string | number> = {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
  }
  if (key !== undefined) headers['Idempotency-Key'] = key
  const asked = request(`${url}/api/cart/checkout`, { agent, method: 'POST', headers }, (response) => {
    const replayed = response.headers['idempotency-replayed'] === 'true'
    text(response).then(
      (whole) => resolve({ status: response.statusCode ?? 0, text: whole, replayed }),
      reject,
    )
  })
  asked.on('error', reject)
  asked.end(body)
  return promise
}
