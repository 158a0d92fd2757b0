import type { StockLevel } from '@onhand/contract/stock-events'
import { openStreamCrowd, type StreamCrowd } from '../../server/src/testing/stream-crowd.ts'
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
  // Those who flap come and go, and those who read nothing are let go over and over.
  if ('away' in command)
    return clients.filter(({ habit, isConnected }) => habit === 'steady' && !isConnected()).length
  if ('returns' in command) return crowd?.returns.map(({ at }) => performance.timeOrigin + at)
  if ('behind' in command) return clients.filter((client) => isBehind(client, command.behind)).length
  if ('wentBack' in command) return clients.reduce((sum, client) => sum + pageOf(client).wentBack, 0)
  if ('calm' in command) crowd?.calm()
  return 'done'
}

/** What one client was told, in order. */
interface Told {
  readonly told: readonly StockLevel[]
}

interface Page {
  /** How much of what it was told has been looked at. */
  read: number
  readonly shown: Map<string, StockLevel>
  /** How often it was told an older version after a newer. */
  wentBack: number
}

const pages = new WeakMap<Told, Page>()

/** What a client shows by now; only what came since it was looked at last is read, so that looking costs little. */
function pageOf(client: Told): Page {
  const page = pages.get(client) ?? { read: 0, shown: new Map<string, StockLevel>(), wentBack: 0 }
  pages.set(client, page)
  for (; page.read < client.told.length; page.read += 1) {
    const level = client.told[page.read]
    if (level) show(page, level)
  }
  return page
}

function show(page: Page, level: StockLevel): void {
  const before = page.shown.get(level.productId)
  if (before && level.version < before.version) page.wentBack += 1
  else page.shown.set(level.productId, level)
}

function isBehind(client: Told, stock: readonly StockLevel[]): boolean {
  const { shown } = pageOf(client)
  return stock.some(({ productId, version, stock: held }) => {
    const level = shown.get(productId)
    return level?.version !== version || level.stock !== held
  })
}

answerCommands((command) => answer(command as Command))
process.send?.(0)
