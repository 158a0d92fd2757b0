import { tabStorage } from '../../lib/text-storage.ts'

const emailKey = 'onhand-account-email'

/** The address typed last on a page about accounts, in this tab alone, so that it need not be typed on the next. */
export function typedEmail(): string {
  return tabStorage.getItem(emailKey) ?? ''
}

export function keepTypedEmail(email: string): void {
  if (email === '') tabStorage.removeItem(emailKey)
  else tabStorage.setItem(emailKey, email)
}
