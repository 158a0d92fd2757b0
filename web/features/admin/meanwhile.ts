import type { StockLevel } from '@onhand/contract/stock-events'
import type { MovementReason, StockMovement } from '@onhand/contract/stock-movements'
import { adminStockTexts } from '#messages/admin-stock.tsx'

/** What happened between two levels of a product, a sentence each, told from the ledger where it reaches back far enough. */
export function meanwhileWords(
  base: StockLevel,
  now: StockLevel,
  movements: readonly Pick<StockMovement, 'version' | 'reason' | 'delta'>[],
): string[] {
  const between = movements.filter(({ version }) => version > base.version && version <= now.version)
  if (between.length < now.version - base.version) return [adminStockTexts.wentTo(base.stock, now.stock)]
  const sums = new Map<MovementReason, number>()
  for (const { reason, delta } of between) sums.set(reason, (sums.get(reason) ?? 0) + delta)
  const left = [...sums].filter(([, sum]) => sum !== 0)
  if (left.length === 0) return [adminStockTexts.evenedOut]
  return left.map(([reason, sum]) =>
    adminStockTexts.meanwhile[reason](Math.abs(sum), adminStockTexts.change(sum)),
  )
}

/** What a count comes to when the movements since it are added; undefined when that would be less than nothing. */
export function impliedCount(counted: number, base: StockLevel, now: StockLevel): number | undefined {
  const implied = counted + now.stock - base.stock
  return implied >= 0 ? implied : undefined
}
