import { Worker } from 'node:worker_threads'
import BetterSqlite3 from 'better-sqlite3'
import type { WriterError, WriterReply, WriterRequest } from './sqlite-writer.ts'

type Done = Exclude<WriterReply, { error: object }>

/** The writing connection of a SQLite file, as seen from outside its thread. It does what it is asked in that order. */
export interface SqliteWriterClient {
  do(request: WriterRequest): Promise<Done>
  /** Waits until it is the caller's turn, which lasts until the returned function is called: a transaction is nobody else's. */
  takeTurn(): Promise<() => void>
  close(): Promise<void>
}

export function startSqliteWriter(file: string): SqliteWriterClient {
  const thread = new Worker(new URL('./sqlite-writer-thread.ts', import.meta.url), { workerData: { file } })
  const asked: Array<PromiseWithResolvers<Done>> = []
  let fault: unknown
  let lastTurn: Promise<void> = Promise.resolve()

  thread.on('message', (reply: WriterReply) => {
    const first = asked.shift()
    if ('error' in reply) first?.reject(toError(reply.error))
    else first?.resolve(reply)
  })
  thread.on('error', (error) => {
    fault = error
    for (const { reject } of asked.splice(0)) reject(error)
  })
  const ended = new Promise<void>((resolve) => thread.once('exit', () => resolve()))

  return {
    async do(request) {
      if (fault) throw fault
      const answer = Promise.withResolvers<Done>()
      asked.push(answer)
      thread.postMessage(request)
      return answer.promise
    },
    async takeTurn() {
      const before = lastTurn
      const turn = Promise.withResolvers<void>()
      lastTurn = turn.promise
      await before
      return turn.resolve
    },
    async close() {
      thread.postMessage('close')
      await ended
    },
  }
}

/** An error's class is lost between threads. */
function toError({ message, code, stack }: WriterError): Error {
  const error = code?.startsWith('SQLITE_')
    ? new BetterSqlite3.SqliteError(message, code)
    : new Error(message)
  return Object.assign(error, { stack })
}
