import type { MovementReason, StockMovement, StockMovementReply } from '@onhand/contract/stock-movements'
import { adminStockTexts } from '#messages/admin-stock.tsx'

/** What each reason is called. */
export const reasonWords: Record<MovementReason, string> = adminStockTexts.reasons

/** `+3`, `−2`. */
export function deltaWords(delta: number): string {
  return delta < 0 ? `−${-delta}` : `+${delta}`
}

export function actorWords({ actor, actorName }: Pick<StockMovement, 'actor' | 'actorName'>): string {
  if (actorName !== null) return actorName
  if (actor === 'shopper') return adminStockTexts.aShopper
  if (actor === 'shop') return adminStockTexts.theShop
  return adminStockTexts.goneAccount
}

/** What came of a movement that was booked. */
export function bookedWords({ movement, product }: StockMovementReply): {
  title: string
  description: string
} {
  const title = product.name
  if (!movement) return { title, description: adminStockTexts.countIsRight(product.stock) }
  const { reason, delta, stockBefore, stockAfter } = movement
  return {
    title,
    description: adminStockTexts.booked(reasonWords[reason], deltaWords(delta), stockBefore, stockAfter),
  }
}
