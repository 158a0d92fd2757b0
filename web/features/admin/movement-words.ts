import type {
  MovementCause,
  MovementReason,
  StockMovement,
  StockMovementReply,
} from '@onhand/contract/stock-movements'
import { adminStockTexts } from '#messages/admin-stock.tsx'

/** What each reason is called. */
export const reasonWords: Record<MovementReason, string> = adminStockTexts.reasons

const causeTexts: Record<MovementCause, string> = adminStockTexts.causes

/** What brought the goods, where it was no order; the code itself, where an older or a newer shop wrote it. */
export function causeWords(cause: string): string {
  return cause in causeTexts ? causeTexts[cause as MovementCause] : cause
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
    description: adminStockTexts.booked(
      reasonWords[reason],
      adminStockTexts.change(delta),
      stockBefore,
      stockAfter,
    ),
  }
}
