import { parentPort, workerData } from 'node:worker_threads'
import { checkpointSql, openSqliteFile } from './sqlite-file.ts'

// Holds up neither the loop nor the thread that writes: a passive checkpoint waits for nobody, and nobody for it.
const busyTimeoutMs = 0
const sqlite = openSqliteFile(workerData.file, busyTimeoutMs)
const checkpoint = sqlite.prepare(checkpointSql)

/** Each copies what came during the one before, so that after the last there is little left to copy for whoever writes. */
const passes = 3

parentPort?.on('message', (asked: 'checkpoint' | 'close') => {
  if (asked === 'checkpoint') return answer()
  sqlite.close()
  parentPort?.close()
})

function answer(): void {
  try {
    for (let pass = 0; pass < passes; pass += 1) checkpoint.all()
  } catch {
    // A full disk and the like: the log stays as it is, and what writes says so where it matters.
  }
  parentPort?.postMessage('done')
}
