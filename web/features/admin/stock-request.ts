import { movementMax } from '@onhand/contract/limits'
import type { StockLevel } from '@onhand/contract/stock-events'
import type { ownerReasons, StockCount, StockDelta } from '@onhand/contract/stock-movements'
import { adminStockTexts } from '#messages/admin-stock.tsx'

export const stockMoves = ['receive', 'adjust', 'count'] as const
export type StockMove = (typeof stockMoves)[number]

type OwnerReason = (typeof ownerReasons)[number]

/** The reasons there are for each way to move stock, the usual one first. */
export const reasonsFor: Record<StockMove, readonly OwnerReason[]> = {
  receive: ['receipt', 'return'],
  adjust: ['correction', 'damage', 'loss'],
  count: [],
}

export interface TypedMove {
  pieces: string
  reason: OwnerReason
  note: string
}

type Outcome = { request: StockDelta | StockCount } | { error: string }

/** What was typed, as the shop takes it, or what is wrong with it. A count is measured against `base`. */
export function stockRequest(
  move: StockMove,
  { pieces, reason, note }: TypedMove,
  base: StockLevel,
): Outcome {
  const number = readWhole(pieces)
  const error = mistakeIn(move, number, reason)
  if (number === undefined || error !== undefined) return { error: error ?? wholeNumber }
  const why = note.trim() === '' ? {} : { note: note.trim() }
  if (move === 'count') {
    return { request: { countedTo: number, expectedVersion: base.version, reason: 'count', ...why } }
  }
  return { request: { delta: number, reason, ...why } }
}

const wholeNumber = adminStockTexts.wholeNumber

function mistakeIn(move: StockMove, number: number | undefined, reason: OwnerReason): string | undefined {
  if (number === undefined) return wholeNumber
  if (Math.abs(number) > movementMax) return adminStockTexts.tooMany
  if (move === 'count') return number < 0 ? adminStockTexts.countBelowZero : undefined
  if (number === 0) return adminStockTexts.nothingWouldMove
  if (move === 'receive' && number < 0) return adminStockTexts.receivingBrings
  if (number > 0 && (reason === 'damage' || reason === 'loss')) {
    return adminStockTexts.piecesGo[reason]
  }
  return undefined
}

/** A whole number as people type it, also with a typographic minus. */
function readWhole(text: string): number | undefined {
  const plain = text.trim().replace(/^[−–]/, '-')
  return /^[+-]?\d{1,12}$/.test(plain) ? Number(plain) : undefined
}
