import type { Worker } from 'node:worker_threads'
import { startSqliteThread } from './sqlite-thread.ts'

/** Transactions between two copies: the log has some 4,000 pages by then when the shop is busy, twice as many in a large catalog. */
const transactionsBetween = 128

/** Copies the log of a SQLite file into the file: most of it in a thread of its own, the rest where others write. */
export interface Checkpointer {
  /** Is told of each transaction that was committed, and begins a copy when it is time. */
  committed(): void
  close(): Promise<void>
}

/**
 * The thread starts with the first copy, which a quiet shop never needs. One that fails costs nothing: when the log is
 * large, whoever writes copies it.
 *
 * @param finish copies what came meanwhile, where nothing of this process can come in between: only a log that is copied
 *   whole begins anew, and one that is written all the time never is when the thread has done its part
 */
export function createCheckpointer(file: string, finish: () => Promise<unknown>): Checkpointer {
  let worker: Worker | undefined
  let commits = 0
  let copying = false
  let closed = false

  function start(): Worker {
    const started = startSqliteThread(new URL('./sqlite-checkpointer-thread.ts', import.meta.url), file)
    started.on('message', async () => {
      if (!closed) await finish().catch(() => {})
      if (worker === started) copying = false
    })
    started.on('error', () => {})
    started.once('exit', () => {
      worker = undefined
      copying = false
    })
    return started
  }

  return {
    committed() {
      commits += 1
      if (commits < transactionsBetween || copying || closed) return
      commits = 0
      copying = true
      worker ??= start()
      worker.postMessage('checkpoint')
    },
    async close() {
      closed = true
      if (!worker) return
      const ended = new Promise<void>((resolve) => worker?.once('exit', () => resolve()))
      worker.postMessage('close')
      await ended
    },
  }
}
