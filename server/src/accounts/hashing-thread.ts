import { argon2Sync } from 'node:crypto'
import { getPriority, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'

/** A tenth of what a busy shop's other threads get, and all that they leave. A test has nobody to give way to. */
const niceness = process.env.NODE_ENV === 'test' ? 0 : 10

// On Linux a priority is each thread's own; elsewhere it would be that of the whole process. Nobody may give way less than
// the process was told to.
if (process.platform === 'linux') setPriority(Math.max(niceness, getPriority()))

parentPort?.on('message', (parameters: Parameters<typeof argon2Sync>[1]) => {
  parentPort?.postMessage(argon2Sync('argon2id', parameters))
})
