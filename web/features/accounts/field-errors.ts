import { email as emailSchema } from '@onhand/contract/checkout'
import { passwordLengthMax, passwordLengthMin } from '@onhand/contract/limits'

export const passwordRule = `At least ${passwordLengthMin} characters, whichever you like, spaces too.`

/** What is wrong with an e-mail address, or undefined. */
export function emailError(text: string): string | undefined {
  if (text.trim() === '') return 'Please type your e-mail address.'
  if (!emailSchema.safeParse(text.trim()).success) return 'This does not look like an e-mail address.'
  return undefined
}

/** What is wrong with a password as it is tried, or undefined. */
export function passwordError(password: string): string | undefined {
  if (password === '') return 'Please type your password.'
  if (password.length > passwordLengthMax) return `A password has at most ${passwordLengthMax} characters.`
  return undefined
}

/** What is wrong with a password to be, or undefined. */
export function newPasswordError(password: string): string | undefined {
  if (password.length < passwordLengthMin) return `A password needs at least ${passwordLengthMin} characters.`
  return passwordError(password)
}
