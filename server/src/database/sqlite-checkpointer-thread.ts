import { parentPort, workerData } from 'node:worker_threads'
import { openSqliteFile } from './sqlite-file.ts'

// Holds up neither the loop nor the thread that writes: a passive checkpoint waits for nobody, and nobody for it.
const busyTimeoutMs = 0
const sqlite = openSqliteFile(workerData.file, busyTimeoutMs)
const checkpoint = sqlite.prepare('pragma wal_checkpoint(passive)')

parentPort?.on('message', (asked: 'checkpoint' | 'close') => {
  if (asked === 'checkpoint') return answer()
  sqlite.close()
  parentPort?.close()
})

function answer(): void {
  try {
    checkpoint.all()
  } catch {
    // A full disk and the like: the log stays as it is, and what writes says so where it matters.
  }
  parentPort?.postMessage('done')
}
