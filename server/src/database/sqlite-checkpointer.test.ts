import type { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test, vi } from 'vitest'
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
  const checkpointer = createCheckpointer(file, async () => {})
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

test('no copy begins before the one before was finished, also when that fails, and none is finished when it is closed', async () => {
  const file = freshFileUrl().replace('file:', '')
  openSqliteFile(file, 0).close()
  const finishing: Array<PromiseWithResolvers<void>> = []
  const checkpointer = createCheckpointer(file, () => {
    const one = Promise.withResolvers<void>()
    finishing.push(one)
    return one.promise
  })
  const commit = (times: number): void => {
    for (let count = 0; count < times; count += 1) checkpointer.committed()
  }
  commit(128)
  await vi.waitFor(() => expect(finishing).toHaveLength(1))
  commit(500)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(finishing).toHaveLength(1)
  finishing[0]?.reject(new Error('the disk is full'))
  await new Promise(setImmediate)
  commit(1)
  await vi.waitFor(() => expect(finishing).toHaveLength(2))
  finishing[1]?.resolve()
  await new Promise(setImmediate)
  commit(128)
  await checkpointer.close()
  expect(finishing).toHaveLength(2)
})
