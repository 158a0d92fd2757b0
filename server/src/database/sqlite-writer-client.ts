import BetterSqlite3 from 'better-sqlite3'
import { startSqliteThread } from './sqlite-thread.ts'
import type { WriterError, WriterReply, WriterRequest } from './sqlite-writer.ts'

/** What was asked may have been done, or not: the thread that was asked is gone. */
export class WriterLost extends Error {}

type Done = Exclude<WriterReply, { error: object }>

/** The writing connection of a SQLite file, as seen from outside its thread. It does what it is asked in that order. */
export interface SqliteWriterClient {
  do(request: WriterRequest): Promise<Done>
  /** Waits until it is the caller's turn, which lasts until the returned function is called: a transaction is nobody else's. */
  takeTurn(): Promise<() => void>
  close(): Promise<void>
}

export function startSqliteWriter(file: string): SqliteWriterClient {
  let thread = startThread(file)
  let lastTurn: Promise<void> = Promise.resolve()
  let closed = false

  return {
    async do(request) {
      if (closed) throw new WriterLost('the database is closed')
      // What died has lost what it held in memory, and nothing of what it had written.
      if (thread.isLost()) thread = startThread(file)
      return thread.ask(request)
    },
    async takeTurn() {
      const before = lastTurn
      const turn = Promise.withResolvers<void>()
      lastTurn = turn.promise
      await before
      return turn.resolve
    },
    async close() {
      closed = true
      await thread.close()
    },
  }
}

function startThread(file: string) {
  const worker = startSqliteThread(new URL('./sqlite-writer-thread.ts', import.meta.url), file)
  const asked: Array<PromiseWithResolvers<Done>> = []
  let lost: WriterLost | undefined

  const lose = (cause?: unknown): void => {
    lost ??= new WriterLost('the thread that writes has ended', { cause })
    for (const { reject } of asked.splice(0)) reject(lost)
  }
  worker.on('message', (reply: WriterReply) => {
    const first = asked.shift()
    if ('error' in reply) first?.reject(toError(reply.error))
    else first?.resolve(reply)
  })
  worker.on('error', lose)
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      lose()
      resolve()
    })
  })

  return {
    isLost: () => lost !== undefined,
    async ask(request: WriterRequest): Promise<Done> {
      worker.postMessage(request)
      const answer = Promise.withResolvers<Done>()
      asked.push(answer)
      return answer.promise
    },
    async close(): Promise<void> {
      worker.postMessage('close')
      await ended
    },
  }
}

/** An error's class is lost between threads. */
function toError({ message, code, stack }: WriterError): Error {
  const isSqlite = typeof code === 'string' && code.startsWith('SQLITE_')
  const error = isSqlite ? new BetterSqlite3.SqliteError(message, code) : new Error(message)
  return Object.assign(error, { stack })
}
