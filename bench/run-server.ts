import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface RunningServer {
  readonly url: string
  /** What the process holds in memory. */
  memoryBytes(): Promise<number>
  /** The processor time that the process has taken so far. */
  cpuMs(): Promise<number>
  /** Sends a command of the server's own and waits for what it answers. */
  ask<Answer>(command: unknown): Promise<Answer>
  stop(): Promise<void>
  /** Ends it the way a power cut does. */
  kill(): Promise<void>
}

/** Starts one of `bench/servers` in a process of its own; it tells its port when it listens. */
export function runServer(name: string, args: readonly string[] = []): Promise<RunningServer> {
  const child = fork(join(import.meta.dirname, 'servers', name), args, {
    env: { ...process.env, NODE_ENV: 'production' },
    execArgv: ['--expose-gc'],
    serialization: 'advanced',
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  async function ask<Answer>(command: unknown): Promise<Answer> {
    child.send(command as object)
    const [answer] = await once(child, 'message')
    return answer as Answer
  }
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${name} ended with code ${code}`)))
    child.once('message', (port) => {
      resolve({
        url: `http://127.0.0.1:${port}`,
        memoryBytes: () => ask('memory'),
        cpuMs: () => ask('cpu'),
        ask,
        async stop() {
          child.kill('SIGTERM')
          await ended
        },
        async kill() {
          child.kill('SIGKILL')
          await ended
        },
      })
    })
  })
}
