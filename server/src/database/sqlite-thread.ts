import { Worker } from 'node:worker_threads'

/**
 * Starts a thread with a connection of its own to a SQLite file.
 *
 * @param module its code
 */
export function startSqliteThread(module: URL, file: string): Worker {
  // Under `npm run dev` Node would have the thread send what it imports, among its answers.
  const { WATCH_REPORT_DEPENDENCIES: _, ...env } = process.env
  return new Worker(module, { workerData: { file }, env })
}
