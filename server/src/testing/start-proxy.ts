import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { whenOver } from './when-over.ts'

/** A path to a database that can be cut and healed. */
export interface DatabaseProxy {
  readonly url: string
  /** Ends all connections and lets nobody through. */
  cut(): void
  heal(): void
  /** The next commits go to the database, and their answers to nobody. */
  cutNextCommits(count?: number): void
  /** The connections there are stay open and carry nothing any more; new ones work. */
  swallow(): void
  /** Whatever is carried from now on comes so much later, each way. */
  delay(milliseconds: number): void
}

interface Pair {
  readonly inside: Socket
  readonly outside: Socket
  silent: boolean
  /** Ends with the next answer, which nobody gets. */
  doomed: boolean
}

export async function startProxy(target: URL): Promise<DatabaseProxy> {
  const pairs = new Set<Pair>()
  let open = true
  let commitsToCut = 0
  let delayMs = 0

  /** In its order, whatever the delay was when it came. */
  const carry = (pair: Pair, from: Socket, to: Socket): ((said: Buffer) => void) => {
    let carried = Promise.resolve()
    return (said) => {
      const due = performance.now() + delayMs
      carried = carried.then(async () => {
        const early = due - performance.now()
        if (early > 0) await sleep(early)
        if (!pair.silent && !from.destroyed) to.write(said)
      })
    }
  }

  const server = createServer((inside) => {
    if (!open) return void inside.destroy()
    const outside = connect(Number(target.port), target.hostname)
    const pair: Pair = { inside, outside, silent: false, doomed: false }
    pairs.add(pair)
    const carryIn = carry(pair, inside, outside)
    const carryOut = carry(pair, outside, inside)
    inside.on('data', (said: Buffer) => {
      if (commitsToCut > 0 && said.includes('commit\0')) {
        commitsToCut -= 1
        pair.doomed = true
      }
      carryIn(said)
    })
    outside.on('data', (said: Buffer) => (pair.doomed ? inside.destroy() : carryOut(said)))
    for (const socket of [inside, outside]) {
      socket.on('error', () => {})
      socket.on('close', () => {
        inside.destroy()
        outside.destroy()
        pairs.delete(pair)
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = (): void => {
    open = false
    for (const { inside } of pairs) inside.destroy()
  }
  whenOver(() => {
    cut()
    server.close()
  })
  const url = new URL(target)
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    cut,
    heal() {
      open = true
    },
    cutNextCommits(count = 1) {
      commitsToCut = count
    },
    swallow() {
      for (const pair of pairs) pair.silent = true
    },
    delay(milliseconds) {
      delayMs = milliseconds
    },
  }
}
