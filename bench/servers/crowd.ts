import type { StockLevel } from '@onhand/contract/stock-events'
import { findPagesBehind } from '../../server/src/testing/guarantees/streams-never-go-back.ts'
import { openStreamCrowd, type StreamCrowd } from '../../server/src/testing/stream-crowd.ts'
import type { StockWatch } from '../../server/src/testing/watch-stock.ts'
import { answerCommands } from './answer-commands.ts'

// A part of the pages that watch a shop through good and bad networks.

/** Somebody whose network comes and goes: as many come back each second as of the tests' two thousand. */
const flapMaxMs = 3_000
let crowd: StreamCrowd | undefined
let url: string | undefined

type Command =
  | { open: number; at: string }
  | { at: string | undefined }
  | { away: true }
  | { returns: true }
  | { calm: true }
  | { behind: readonly StockLevel[] }
  | { wentBack: true }

async function answer(command: Command): Promise<unknown> {
  if ('at' in command) url = command.at
  if ('open' in command) {
    const stopped = new AbortController().signal
    crowd = await openStreamCrowd(command.open, { url: () => url, stopped, flapMaxMs })
  }
  const clients = crowd?.clients ?? []
  if ('away' in command)
    return clients.filter(({ habit, isConnected }) => habit !== 'flapping' && !isConnected()).length
  if ('returns' in command) return crowd?.returns.map((at) => performance.timeOrigin + at)
  if ('behind' in command) return countBehind(command.behind, clients)
  if ('wentBack' in command) return clients.reduce((sum, client) => sum + timesWentBack(client), 0)
  if ('calm' in command) crowd?.calm()
  return 'done'
}

function countBehind(stock: readonly StockLevel[], clients: readonly StockWatch[]): number {
  return clients.filter((client) => findPagesBehind({ stock }, [client]).length > 0).length
}

/** How often it was told an older version after a newer. */
function timesWentBack({ told }: StockWatch): number {
  const newest = new Map<string, number>()
  let times = 0
  for (const { productId, version } of told) {
    const before = newest.get(productId) ?? 0
    if (version < before) times += 1
    newest.set(productId, Math.max(before, version))
  }
  return times
}

answerCommands((command) => answer(command as Command))
process.send?.(0)
