import { email as emailSchema } from '@onhand/contract/checkout'
import { tabStorage } from '../../lib/text-storage.ts'

const emailKey = 'onhand-checkout-email'

/** What is wrong with an e-mail address, or undefined. None at all is fine. */
export function emailError(text: string): string | undefined {
  const email = text.trim()
  if (email === '' || emailSchema.safeParse(email).success) return undefined
  return 'This does not look like an e-mail address. Correct it, or leave it empty.'
}

/** Typed text outlives a reload, in this tab alone. */
export function keptEmail(): string {
  return tabStorage.getItem(emailKey) ?? ''
}

export function keepEmail(text: string): void {
  if (text === '') tabStorage.removeItem(emailKey)
  else tabStorage.setItem(emailKey, text)
}
