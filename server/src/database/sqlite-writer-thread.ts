import { parentPort, workerData } from 'node:worker_threads'
import { createSqliteWriter, type WriterReply } from './sqlite-writer.ts'

// The only connection that writes, in a thread of its own: neither a statement nor the disk holds up the process.
const writer = createSqliteWriter(workerData.file)
let lastDone: Promise<void> = Promise.resolve()

parentPort?.on('message', (asked) => {
  lastDone = lastDone.then(() => answer(asked))
})

async function answer(asked: Parameters<typeof writer.do>[0] | 'close'): Promise<void> {
  if (asked !== 'close') return send(await writer.do(asked))
  writer.close()
  parentPort?.close()
}

/** What cannot be cloned is a fault of the work that made it, and must not end the thread. */
function send(reply: WriterReply): void {
  try {
    parentPort?.postMessage(reply)
  } catch (error) {
    const { message, stack } = error as Error
    parentPort?.postMessage({ error: { message, code: undefined, stack } } satisfies WriterReply)
  }
}
