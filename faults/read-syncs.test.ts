import { expect, test } from 'vitest'
import { readSyncs } from './read-syncs.ts'

const log = '/shop/onhand.db-wal'

test('what was written before a sync began is synced when it has ended, and what failed is not', () => {
  const trace = [
    `7 100.000000 pwrite64(30<${log}>, ""..., 4096, 32) = 4096 <0.000010>`,
    `7 100.001000 pwrite64(31</shop/onhand.db>, ""..., 4096, 90000) = 4096 <0.000010>`,
    `7 100.002000 fsync(30<${log}> <unfinished ...>`,
    `8 100.003000 pwrite64(30<${log}>, ""..., 4096, 4128) = 4096 <0.000010>`,
    '7 100.007000 <... fsync resumed>) = 0 <0.005000>',
    `7 100.008000 fdatasync(30<${log}>) = -1 EIO (Input/output error) (INJECTED) <0.000010>`,
    `7 100.009000 pwrite64(30<${log}>, ""..., 4096, 8224) = -1 ENOSPC (No space left on device) <0.000010>`,
    `7 100.010000 fdatasync(30<${log}>) = 0 <0.001000>`,
    '7 100.020000 +++ killed by SIGKILL +++',
  ].join('\n')
  const syncs = readSyncs(trace, log)
  expect(syncs.map(({ endedMs, syncedTo }) => [Math.round(endedMs), syncedTo])).toEqual([
    [100_007, 4128],
    [100_011, 8224],
  ])
})
