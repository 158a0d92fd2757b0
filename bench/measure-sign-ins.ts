import { setTimeout as sleep } from 'node:timers/promises'
import { hashPassword } from '../server/src/accounts/passwords.ts'
import { type Load, press, warmUp } from './load.ts'
import { median, type Row } from './row.ts'
import { runServer } from './run-server.ts'
import { checkoutLoad, productIdsOf } from './shop-side.ts'
import { makeAccounts, startStorm } from './sign-in-storm.ts'
import { withTemporaryFolder } from './temporary-folder.ts'

const rounds = 5
const secondsPerRound = 5

/** Sign-ins beside the hashes alone, and what a storm of them does to the slowest hundredth of the checkouts. */
export function signInRows(): Promise<Row[]> {
  return withTemporaryFolder(async (folder) => {
    const { url, stop } = await runServer('shop.ts', [`file:${folder}/onhand.db`])
    const emails = await makeAccounts(url)
    const rows = [
      await signInsRow(url, emails),
      await stormRow(url, emails, checkoutLoad(await productIdsOf(url), 2)),
    ]
    await stop()
    return rows
  })
}

async function signInsRow(url: string, emails: readonly string[]): Promise<Row> {
  process.stderr.write('sign-ins ')
  const reached: Array<{ hashes: number; signIns: number }> = []
  for (let round = 0; round < rounds; round += 1) {
    const hashes = await hashesPerSecond()
    const storm = startStorm(url, emails)
    await sleep(secondsPerRound * 1_000)
    reached.push({ hashes, signIns: await storm.end() })
    process.stderr.write('.')
  }
  process.stderr.write('\n')
  return {
    name: 'sign-ins, 32 people at once',
    limitName: 'their hashes alone',
    ours: median(reached.map(({ signIns }) => signIns)),
    limit: median(reached.map(({ hashes }) => hashes)),
    unit: '/s',
    ratio: median(reached.map(({ hashes, signIns }) => signIns / hashes)),
    target: 0.8,
    note: 'argon2id, 19 MiB, 2 passes',
  }
}

/** As many at once as the shop computes, in a process that does nothing else. */
async function hashesPerSecond(): Promise<number> {
  const start = performance.now()
  const end = start + secondsPerRound * 1_000
  let hashes = 0
  const work = async (): Promise<void> => {
    while (performance.now() < end) {
      await hashPassword('a password of the bench')
      hashes += 1
    }
  }
  await Promise.all([work(), work()])
  return (hashes * 1_000) / (performance.now() - start)
}

async function stormRow(url: string, emails: readonly string[], load: Load): Promise<Row> {
  process.stderr.write('checkout in a storm of sign-ins ')
  await warmUp(url, load)
  const reached: Array<{ calmMs: number; stormMs: number; calm: number; storm: number; signIns: number }> = []
  for (let round = 0; round < rounds; round += 1) {
    const calm = await press(url, load, secondsPerRound)
    const storm = startStorm(url, emails)
    const inStorm = await press(url, load, secondsPerRound)
    const signIns = await storm.end()
    reached.push({
      calmMs: calm.p99Ms,
      stormMs: inStorm.p99Ms,
      calm: calm.perSecond,
      storm: inStorm.perSecond,
      signIns,
    })
    process.stderr.write('.')
  }
  process.stderr.write('\n')
  const figure = (of: (round: (typeof reached)[number]) => number): string =>
    Math.round(median(reached.map(of))).toLocaleString('en')
  return {
    name: 'checkout p99 in a storm of sign-ins',
    limitName: 'without it',
    ours: median(reached.map(({ stormMs }) => stormMs)),
    limit: median(reached.map(({ calmMs }) => calmMs)),
    unit: ' ms',
    ratio: median(reached.map(({ calmMs, stormMs }) => calmMs / stormMs)),
    // At most one and a half times as long.
    target: 0.67,
    note: `${figure(({ storm }) => storm)} checkouts/s beside ${figure(({ signIns }) => signIns)} sign-ins/s; ${figure(({ calm }) => calm)}/s without`,
  }
}
