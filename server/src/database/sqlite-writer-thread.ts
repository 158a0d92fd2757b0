import { parentPort, workerData } from 'node:worker_threads'
import { createSqliteWriter } from './sqlite-writer.ts'

// The only connection that writes, in a thread of its own: neither a statement nor the disk holds up the process.
const writer = createSqliteWriter(workerData.file)
let lastDone: Promise<void> = Promise.resolve()

parentPort?.on('message', (asked) => {
  lastDone = lastDone.then(() => answer(asked))
})

async function answer(asked: Parameters<typeof writer.do>[0] | 'close'): Promise<void> {
  if (asked !== 'close') return parentPort?.postMessage(await writer.do(asked))
  writer.close()
  parentPort?.close()
}
