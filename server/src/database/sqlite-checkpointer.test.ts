import type { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { freshFileUrl } from '../testing/test-database.ts'
import { createCheckpointer } from './sqlite-checkpointer.ts'
import { openSqliteFile } from './sqlite-file.ts'

test('begins no thread before there is much to copy, one then, and none any more when it is closed', async () => {
  const threads: Worker[] = []
  const keep = (thread: Worker): void => void threads.push(thread)
  process.on('worker', keep)
  onTestFinished(() => void process.off('worker', keep))
  const file = freshFileUrl().replace('file:', '')
  openSqliteFile(file, 0).close()
  const checkpointer = createCheckpointer(file)
  const commit = async (times: number) => {
    for (let count = 0; count < times; count += 1) checkpointer.committed()
    // Threads are told of in the next turn.
    await new Promise(setImmediate)
    return threads.length
  }
  expect(await commit(63)).toBe(0)
  expect(await commit(200)).toBe(1)
  await checkpointer.close()
  expect(await commit(200)).toBe(1)
})
