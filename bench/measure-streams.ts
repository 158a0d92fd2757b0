import { type Load, press, warmUp } from './load.ts'
import { median, type Row } from './row.ts'
import { type RunningServer, runServer } from './run-server.ts'
import { checkoutLoad, productIdsOf } from './shop-side.ts'
import { withTemporaryFolder } from './temporary-folder.ts'

const streamCounts = [100, 1_000, 10_000] as const
const manyStreams = 10_000
/** 20 changes a second. */
const changeEveryMs = 50
const changeMs = 5_000
const settleMs = 1_500
const idleMs = 20_000
const rounds = 3

interface Changes {
  readonly changedAt: number[]
  readonly firstVersion: number
}

/** Many open streams: how soon they are told, what that costs, and what they cost everybody else. */
export function streamRows(): Promise<Row[]> {
  return withTemporaryFolder(async (folder) => {
    const rows: Row[] = []
    for (const count of streamCounts) {
      const [ours, bare] = await Promise.all([
        runServer('shop.ts', [`file:${folder}/${count}.db`]),
        runServer('bare-streams.ts'),
      ])
      process.stderr.write(`${count} streams `)
      const [fair, own] = [await measure(bare, count), await measure(ours, count)]
      rows.push(delayRow(count, own, fair), workRow(count, own, fair))
      if (count === manyStreams) rows.push(memoryRow(own, fair), idleRow(own, fair))
      await Promise.all([ours.stop(), bare.stop()])
      process.stderr.write('\n')
    }
    rows.push(await checkoutRow(folder))
    return rows
  })
}

interface Measured {
  readonly medianMs: number
  readonly p99Ms: number
  /** Events that reached a client, for each second of processor time beyond what the same changes take without streams. */
  readonly writesPerCpuSecond: number
  readonly eventsPerSecond: number
  readonly bytesPerStream: number
  /** Of one processor, while nothing changes. */
  readonly idleShare: number
}

async function measure(server: RunningServer, count: number): Promise<Measured> {
  await change(server, settleMs)
  const withoutCpuMs = await cpuOf(server, () => change(server, changeMs))
  const empty = await server.memoryBytes()
  const readers = await openReaders(server, count)
  const bytesPerStream = ((await server.memoryBytes()) - empty) / count
  const idleShare = count === manyStreams ? await idleShareOf(server) : Number.NaN
  await change(server, settleMs)
  const measured: Array<Omit<Measured, 'bytesPerStream' | 'idleShare'>> = []
  for (let round = 0; round < rounds; round += 1) {
    await readers.ask({ forget: true })
    let changes: Changes = { changedAt: [], firstVersion: 0 }
    const cpuMs = await cpuOf(server, async () => {
      changes = await change(server, changeMs)
    })
    const { events } = await readers.ask<{ events: number }>({ count: true })
    const delays = await readers.ask<{ medianMs: number; p99Ms: number }>(changes)
    measured.push({
      ...delays,
      writesPerCpuSecond: (events * 1_000) / (cpuMs - withoutCpuMs),
      eventsPerSecond: (events * 1_000) / (changeMs + settleMs) / count,
    })
    process.stderr.write('.')
  }
  await readers.stop()
  const middle = (pick: (one: (typeof measured)[number]) => number): number => median(measured.map(pick))
  return {
    medianMs: middle((one) => one.medianMs),
    p99Ms: middle((one) => one.p99Ms),
    writesPerCpuSecond: middle((one) => one.writesPerCpuSecond),
    eventsPerSecond: middle((one) => one.eventsPerSecond),
    bytesPerStream,
    idleShare,
  }
}

async function openReaders(server: RunningServer, count: number): Promise<RunningServer> {
  const readers = await runServer('stream-readers.ts')
  await readers.ask({ open: `${server.url}/api/stock/stream`, count })
  await pause(settleMs)
  return readers
}

/** Lets the stock change for a while, and the last changes arrive. */
async function change(server: RunningServer, ms: number): Promise<Changes> {
  await server.ask({ everyMs: changeEveryMs })
  await pause(ms)
  const changes = await server.ask<Changes>({ everyMs: 0 })
  await pause(settleMs)
  return changes
}

/** The processor time that a server takes while something goes on. */
async function cpuOf(server: RunningServer, work: () => Promise<unknown>): Promise<number> {
  const before = await server.cpuMs()
  await work()
  return (await server.cpuMs()) - before
}

async function idleShareOf(server: RunningServer): Promise<number> {
  return (await cpuOf(server, () => pause(idleMs))) / idleMs
}

function delayRow(count: number, ours: Measured, bare: Measured): Row {
  return {
    name: `from commit to client, ${count.toLocaleString('en')} streams, 20 changes a second`,
    limitName: 'a bare loop over as many sockets',
    ours: ours.medianMs,
    limit: bare.medianMs,
    unit: ' ms',
    ratio: bare.medianMs / ours.medianMs,
    target: 0.2,
    note: `p99 ${ours.p99Ms.toFixed(1)} ms, limit's ${bare.p99Ms.toFixed(1)} ms; ${ours.eventsPerSecond.toFixed(1)} events a second to each`,
  }
}

function workRow(count: number, ours: Measured, bare: Measured): Row {
  return {
    name: `events to ${count.toLocaleString('en')} clients, for each second of the processor`,
    limitName: 'a bare loop that writes the same bytes to as many sockets',
    ours: ours.writesPerCpuSecond,
    limit: bare.writesPerCpuSecond,
    unit: '/s',
    ratio: ours.writesPerCpuSecond / bare.writesPerCpuSecond,
    target: 0.8,
    note: 'beyond what the same changes take when nobody looks',
  }
}

function memoryRow(ours: Measured, bare: Measured): Row {
  const moreKiB = (ours.bytesPerStream - bare.bytesPerStream) / 1_024
  return {
    name: `memory of ${manyStreams.toLocaleString('en')} open streams`,
    limitName: 'a bare Node server’s, and 20 KiB for each',
    ours: (ours.bytesPerStream * manyStreams) / 2 ** 20,
    limit: ((bare.bytesPerStream + 20 * 1_024) * manyStreams) / 2 ** 20,
    unit: ' MiB',
    ratio: (bare.bytesPerStream + 20 * 1_024) / ours.bytesPerStream,
    target: 1,
    note: `${moreKiB.toFixed(1)} KiB a stream over the bare server’s ${(bare.bytesPerStream / 1_024).toFixed(1)}`,
  }
}

function idleRow(ours: Measured, bare: Measured): Row {
  return {
    name: `processor left free by ${manyStreams.toLocaleString('en')} idle streams, heartbeats and all`,
    limitName: 'a bare Node server that says nothing',
    ours: (1 - ours.idleShare) * 100,
    limit: (1 - bare.idleShare) * 100,
    unit: ' %',
    ratio: (1 - ours.idleShare) / (1 - bare.idleShare),
    target: 0.95,
    note: `${(ours.idleShare * 100).toFixed(1)} % of one processor`,
  }
}

/**
 * In alternating rounds with and without the streams, so that both meet the same machine. The pages of a real shop are on
 * other machines: here they read at the lowest priority, so that what is compared is what the streams cost the shop, and not
 * what ten thousand readers cost its neighbour. The processor time of a checkout, which other work on the machine hardly
 * touches, is noted beside it.
 */
async function checkoutRow(folder: string): Promise<Row> {
  process.stderr.write('checkout with streams ')
  const shop = await runServer('shop.ts', [`file:${folder}/checkout.db`])
  const load = checkoutLoad(await productIdsOf(shop.url), 2)
  await warmUp(shop.url, load)
  const reached: Array<Reached & { without: Reached; eventsOfEach: number }> = []
  for (let round = 0; round < rounds; round += 1) {
    const without = await pressAndCount(shop, load)
    const readers = await openReaders(shop, manyStreams)
    await readers.ask({ giveWay: true })
    await readers.ask({ forget: true })
    const withStreams = await pressAndCount(shop, load)
    const { events } = await readers.ask<{ events: number }>({ count: true })
    await readers.stop()
    await pause(settleMs)
    reached.push({ ...withStreams, without, eventsOfEach: events / manyStreams })
    process.stderr.write('.')
  }
  await shop.stop()
  process.stderr.write('\n')
  const middle = (pick: (round: (typeof reached)[number]) => number): number => median(reached.map(pick))
  const [cpuMs, withoutCpuMs] = [middle((one) => one.cpuMs), middle(({ without }) => without.cpuMs)]
  return {
    name: `checkout, two lines, SQLite, with ${manyStreams.toLocaleString('en')} streams open`,
    limitName: 'without',
    ours: middle((one) => one.perSecond),
    limit: middle(({ without }) => without.perSecond),
    unit: '/s',
    ratio: middle((one) => one.perSecond / one.without.perSecond),
    target: 0.8,
    note: [
      `p99 ${middle((one) => one.p99Ms).toFixed(0)} ms`,
      `${middle((one) => one.eventsOfEach).toFixed(1)} events to each client in a round`,
      `${cpuMs.toFixed(3)} ms of the processor for each, ${withoutCpuMs.toFixed(3)} ms without`,
    ].join('; '),
  }
}

interface Reached {
  readonly perSecond: number
  readonly p99Ms: number
  /** Of the shop's process, for each checkout. */
  readonly cpuMs: number
}

async function pressAndCount(shop: RunningServer, load: Load): Promise<Reached> {
  let reached = { perSecond: 0, p99Ms: 0 }
  let seconds = 0
  const cpuMs = await cpuOf(shop, async () => {
    const start = performance.now()
    reached = await press(shop.url, load)
    seconds = (performance.now() - start) / 1_000
  })
  return { ...reached, cpuMs: cpuMs / (reached.perSecond * seconds) }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
