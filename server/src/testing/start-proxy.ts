import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { whenOver } from './when-over.ts'

/** A path to a database that can be cut and healed. */
export interface Proxy {
  readonly url: string
  /** Ends all connections and lets nobody through. */
  cut(): void
  heal(): void
  /** The next commit goes to the database, and its answer to nobody. */
  cutNextCommit(): void
  /** The connections there are stay open and carry nothing any more; new ones work. */
  swallow(): void
}

export async function startProxy(target: URL): Promise<Proxy> {
  const pairs = new Set<readonly [Socket, Socket]>()
  let open = true
  let cutsCommit = false
  const server = createServer((inside) => {
    if (!open) return void inside.destroy()
    const outside = connect(Number(target.port), target.hostname)
    const pair = [inside, outside] as const
    pairs.add(pair)
    inside.on('data', (said) => {
      if (!cutsCommit || !said.includes('commit\0')) return
      cutsCommit = false
      outside.unpipe(inside)
      outside.once('data', () => inside.destroy())
    })
    inside.pipe(outside).pipe(inside)
    for (const socket of pair) {
      socket.on('error', () => {})
      socket.on('close', () => {
        for (const one of pair) one.destroy()
        pairs.delete(pair)
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = (): void => {
    open = false
    for (const [inside] of pairs) inside.destroy()
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
    cutNextCommit() {
      cutsCommit = true
    },
    swallow() {
      for (const [inside, outside] of pairs) {
        inside.unpipe(outside)
        outside.unpipe(inside)
      }
    },
  }
}
