import { email as emailSchema } from '@onhand/contract/checkout'

const emailKey = 'onhand-checkout-email'

/** What is wrong with an e-mail address, or undefined. None at all is fine. */
export function emailError(text: string): string | undefined {
  const email = text.trim()
  if (email === '' || emailSchema.safeParse(email).success) return undefined
  return 'This does not look like an e-mail address. Correct it, or leave it empty.'
}

/** Typed text outlives a reload, in this tab alone. */
export function keptEmail(): string {
  try {
    return sessionStorage.getItem(emailKey) ?? ''
  } catch {
    return ''
  }
}

export function keepEmail(text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(emailKey)
    else sessionStorage.setItem(emailKey, text)
  } catch {
    // Then it lasts as long as the page.
  }
}
