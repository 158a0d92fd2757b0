import type { TextStorage } from '../../lib/text-storage.ts'

const intentKey = 'onhand-keep-order'

/** Notes, in this tab alone, that an order is to be kept in the account that is about to be opened. No link can do so. */
export function intendToKeep(storage: TextStorage, orderId: string): void {
  storage.setItem(intentKey, orderId)
}

/** Whether it was to be kept; told once. */
export function takeIntentToKeep(storage: TextStorage, orderId: string): boolean {
  if (storage.getItem(intentKey) !== orderId) return false
  storage.removeItem(intentKey)
  return true
}
