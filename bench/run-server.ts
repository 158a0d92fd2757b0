import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface RunningServer {
  readonly url: string
  /** What the process holds in memory. */
  memoryBytes(): Promise<number>
  stop(): Promise<void>
}

/** Starts one of `bench/servers` in a process of its own; it tells its port when it listens. */
export function runServer(name: string, args: readonly string[] = []): Promise<RunningServer> {
  const child = fork(join(import.meta.dirname, 'servers', name), args, {
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${name} ended with code ${code}`)))
    child.once('message', (port) => {
      resolve({
        url: `http://127.0.0.1:${port}`,
        async memoryBytes() {
          child.send('memory')
          const [reply] = (await once(child, 'message')) as [{ memoryBytes: number }]
          return reply.memoryBytes
        },
        async stop() {
          child.kill('SIGTERM')
          await ended
        },
      })
    })
  })
}
