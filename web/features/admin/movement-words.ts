import type { MovementReason, StockMovement, StockMovementReply } from '@onhand/contract/stock-movements'

export const reasonWords: Record<MovementReason, string> = {
  receipt: 'Receipt',
  return: 'Return',
  damage: 'Damage',
  loss: 'Loss',
  correction: 'Correction',
  count: 'Count',
  sale: 'Sale',
  cancellation: 'Cancellation',
}

/** `+3`, `−2`. */
export function deltaWords(delta: number): string {
  return delta < 0 ? `−${-delta}` : `+${delta}`
}

export function actorWords({ actor, actorName }: Pick<StockMovement, 'actor' | 'actorName'>): string {
  if (actorName !== null) return actorName
  if (actor === 'shopper') return 'A shopper'
  if (actor === 'shop') return 'The shop'
  return 'Somebody whose account is gone'
}

/** What came of a movement that was booked. */
export function bookedWords({ movement, product }: StockMovementReply): {
  title: string
  description: string
} {
  const title = product.name
  if (!movement) return { title, description: `The count is right: ${product.stock} on hand. Nothing moved.` }
  const { reason, delta, stockBefore, stockAfter } = movement
  return {
    title,
    description: `${reasonWords[reason]} booked: ${deltaWords(delta)}, from ${stockBefore} to ${stockAfter} on hand.`,
  }
}
