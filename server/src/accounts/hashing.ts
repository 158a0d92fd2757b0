import type { argon2Sync } from 'node:crypto'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** Threads that have nothing to do. */
const idle: Worker[] = []

/**
 * Computes a hash by argon2id in a thread that gives way to those that sell. Node's own pool of threads would do it with the
 * priority of the rest, and take turns with it. The caller says how many are computed at once: there is a thread for each.
 */
export async function computeHash(parameters: Parameters<typeof argon2Sync>[1]): Promise<Buffer> {
  const thread = idle.pop() ?? new Worker(new URL('./hashing-thread.ts', import.meta.url))
  // It holds up the end of the process only while it computes.
  thread.ref()
  thread.postMessage(parameters)
  const [hash] = (await once(thread, 'message')) as [Uint8Array]
  thread.unref()
  idle.push(thread)
  return Buffer.from(hash)
}
