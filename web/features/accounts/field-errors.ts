import { email as emailSchema } from '@onhand/contract/checkout'
import { passwordLengthMax, passwordLengthMin } from '@onhand/contract/limits'
import { accountTexts } from '#messages/accounts.tsx'

export const passwordRule = accountTexts.passwordRule(passwordLengthMin)

/** What is wrong with an e-mail address, or undefined. */
export function emailError(text: string): string | undefined {
  if (text.trim() === '') return accountTexts.emailMissing
  if (!emailSchema.safeParse(text.trim()).success) return accountTexts.emailWrong
  return undefined
}

/** What is wrong with a password as it is tried, or undefined. */
export function passwordError(password: string): string | undefined {
  if (password === '') return accountTexts.passwordMissing
  if (password.length > passwordLengthMax) return accountTexts.passwordTooLong(passwordLengthMax)
  return undefined
}

/** What is wrong with a password to be, or undefined. */
export function newPasswordError(password: string): string | undefined {
  if (password.length < passwordLengthMin) return accountTexts.passwordTooShort(passwordLengthMin)
  return passwordError(password)
}
