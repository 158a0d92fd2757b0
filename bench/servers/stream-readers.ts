import { connect } from 'node:net'
import { constants, setPriority } from 'node:os'
import { answerCommands } from './answer-commands.ts'

// Many clients of a stream in one process, each as cheap as it can be: the machine is to be busy with the server.

interface Arrivals {
  /** The version that was told, and when, one after the other. */
  readonly versions: number[]
  readonly times: number[]
}

const arrivals: Arrivals[] = []
const buffer = Buffer.alloc(1 << 20)
const connectingMax = 200
let events = 0

async function open(url: string, count: number): Promise<void> {
  let left = count
  await Promise.all(
    Array.from({ length: Math.min(count, connectingMax) }, async () => {
      while (left-- > 0) await openOne(new URL(url))
    }),
  )
}

/** Resolves with the first bytes of the body or, where there are none, of the head. */
function openOne({ hostname, port, pathname, host }: URL): Promise<void> {
  const own: Arrivals = { versions: [], times: [] }
  arrivals.push(own)
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: hostname,
      port: Number(port),
      onread: {
        buffer,
        callback(length) {
          note(own, length)
          resolve()
          return true
        },
      },
    })
    socket.on('connect', () => socket.write(`GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\n\r\n`))
    socket.on('error', reject)
  })
}

/** The last version in what arrived. */
function note({ versions, times }: Arrivals, length: number): void {
  const at = buffer.subarray(0, length).lastIndexOf('"version":')
  if (at < 0 || buffer.indexOf('event: stock') > length) return
  events += 1
  versions.push(Number.parseInt(buffer.toString('latin1', at + 10, Math.min(length, at + 26)), 10))
  times.push(performance.timeOrigin + performance.now())
}

/** How long each change took to reach each client, of those changes that all had time for. */
function delays(changedAt: readonly number[], firstVersion: number): { medianMs: number; p99Ms: number } {
  const all: number[] = []
  for (const { versions, times } of arrivals) {
    let next = 0
    for (const [index, time] of changedAt.entries()) {
      while (next < versions.length && (versions[next] ?? 0) < firstVersion + index) next += 1
      const arrived = times[next]
      if (arrived !== undefined) all.push(arrived - time)
    }
  }
  const sorted = Float64Array.from(all).sort()
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? Number.NaN
  return { medianMs: at(0.5), p99Ms: at(0.99) }
}

type Command =
  | { open: string; count: number }
  | { forget: true }
  | { giveWay: true }
  | { count: true }
  | { changedAt: number[]; firstVersion: number }

answerCommands((sent) => {
  const command = sent as Command
  if ('giveWay' in command) return setPriority(constants.priority.PRIORITY_LOW)
  if ('open' in command) return open(command.open, command.count)
  if ('changedAt' in command) return delays(command.changedAt, command.firstVersion)
  if ('forget' in command) {
    events = 0
    for (const { versions, times } of arrivals) {
      versions.length = 0
      times.length = 0
    }
  }
  return { events }
})
process.send?.(0)
