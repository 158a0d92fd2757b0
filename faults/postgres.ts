import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { whenOver } from '../server/src/testing/when-over.ts'
import { CannotStage } from './fault.ts'

const program = fileURLToPath(new URL('../server/src/testing/postgres-process.ts', import.meta.url))

/** A PostgreSQL server of a fault's own, which keeps what is committed. */
export interface Postgres {
  readonly url: string
  /** Ends its first process the way a power cut would; the others follow it. */
  kill(): void
  /** Starts it anew on what it left on the disk. */
  restart(): Promise<void>
}

/** @throws CannotStage when there is no PostgreSQL for this machine */
export async function startPostgres(): Promise<Postgres> {
  const folder = join(tmpdir(), `onhand-faults-postgres-${randomUUID()}`)
  const keeper = fork(program, [folder, 'durable'], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let complaints = ''
  keeper.stderr?.on('data', (chunk) => {
    complaints += chunk
  })
  const exited = once(keeper, 'exit')
  const [url] = await Promise.race([once(keeper, 'message'), exited])
  if (typeof url !== 'string') throw new CannotStage(`PostgreSQL did not start: ${complaints.trim()}`)
  whenOver(async () => {
    if (keeper.connected) keeper.disconnect()
    await exited
  })
  return {
    url,
    kill() {
      // The first line is the process's id.
      process.kill(Number.parseInt(readFileSync(join(folder, 'postmaster.pid'), 'utf8'), 10), 'SIGKILL')
    },
    async restart() {
      keeper.send('start')
      const [started] = await Promise.race([once(keeper, 'message'), exited])
      if (started !== 'started') throw new Error('PostgreSQL did not start again')
    },
  }
}
