import { nameLengthMax, passwordLengthMax, passwordLengthMin } from '@onhand/contract/limits'
import { accountTexts } from '#messages/accounts.tsx'
import { emailMistake } from '../../lib/email-mistake.ts'

export const passwordRule = accountTexts.passwordRule(passwordLengthMin)

/** What is wrong with an e-mail address and what would be right, or undefined. */
export function emailError(text: string): string | undefined {
  return text.trim() === '' ? accountTexts.emailMissing : emailMistake(text)
}

/** What is wrong with what somebody wants to be called, or undefined. */
export function nameError(text: string): string | undefined {
  const { length } = text.trim()
  return length > nameLengthMax ? accountTexts.nameTooLong(length, nameLengthMax) : undefined
}

/** What is wrong with a password as it is tried, or undefined. */
export function passwordError(password: string): string | undefined {
  const { length } = password
  if (length === 0) return accountTexts.passwordMissing
  return length > passwordLengthMax ? accountTexts.passwordTooLong(length, passwordLengthMax) : undefined
}

/** What is wrong with a password to be, or undefined. */
export function newPasswordError(password: string): string | undefined {
  const { length } = password
  if (length > 0 && length < passwordLengthMin)
    return accountTexts.passwordTooShort(length, passwordLengthMin)
  return passwordError(password)
}
