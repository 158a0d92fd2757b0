import { type Load, press, type Reached, warmUp } from './load.ts'
import { median, type Row } from './row.ts'

const rounds = 5

/** One side of a comparison: a server that runs, and what it is asked. */
export interface Side {
  readonly url: string
  readonly load: Load
}

/** Measures both sides in alternating rounds. */
export async function compare(
  names: { name: string; limitName: string; target: number },
  ours: Side,
  limit: Side,
): Promise<Row> {
  process.stderr.write(`${names.name} `)
  for (const { url, load } of [limit, ours]) await warmUp(url, load)
  const reached: Array<{ ours: Reached; limit: Reached }> = []
  for (let round = 0; round < rounds; round += 1) {
    const limitReached = await press(limit.url, limit.load)
    reached.push({ limit: limitReached, ours: await press(ours.url, ours.load) })
    process.stderr.write('.')
  }
  process.stderr.write('\n')
  const p99 = (side: 'ours' | 'limit') => median(reached.map((round) => round[side].p99Ms)).toFixed(0)
  return {
    ...names,
    ours: median(reached.map((round) => round.ours.perSecond)),
    limit: median(reached.map((round) => round.limit.perSecond)),
    unit: '/s',
    ratio: median(reached.map((round) => round.ours.perSecond / round.limit.perSecond)),
    note: `p99 ${p99('ours')} ms, limit's ${p99('limit')} ms`,
  }
}
