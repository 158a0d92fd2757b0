import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { CannotStage } from './fault.ts'

/** Which of them SQLite calls depends on how it was built. */
export const syncCalls = 'fsync,fdatasync'

const attachMaxMs = 5_000

/** strace, looking at a process or meddling with it. */
export interface Strace {
  /** Lets go of the process, which goes on as if nothing had been. */
  detach(): Promise<void>
}

/**
 * Attaches strace to all threads of a process.
 *
 * @throws CannotStage where there is no strace, or it may not attach
 */
export async function attachStrace(pid: number, options: readonly string[]): Promise<Strace> {
  const strace = spawn('strace', ['-f', '-p', String(pid), ...options], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = once(strace, 'close').catch((error: Error) => [error.message])
  const complaint = await untilAttached(strace.stderr, ended)
  if (complaint !== undefined) {
    strace.kill('SIGKILL')
    throw new CannotStage(`strace cannot be used here: ${complaint}`)
  }
  return {
    async detach() {
      strace.kill('SIGINT')
      await ended
    },
  }
}

/** It says on its standard error that it has attached, or why not. */
async function untilAttached(
  stderr: NodeJS.ReadableStream,
  ended: Promise<unknown>,
): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>()
  let said = ''
  stderr.on('data', (chunk) => {
    said += chunk
    if (/Process \d+ attached/.test(said)) resolve(undefined)
  })
  const impatience = setTimeout(() => resolve(said.trim() || 'it does not attach'), attachMaxMs)
  ended.then((reason) => resolve(said.trim() || String(reason)))
  return promise.finally(() => clearTimeout(impatience))
}
