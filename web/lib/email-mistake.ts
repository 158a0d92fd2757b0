import { email as emailSchema, withAsciiDomain } from '@onhand/contract/email'
import { emailLengthMax } from '@onhand/contract/limits'
import { emailTexts } from '#messages/email.ts'

/** What is wrong with an e-mail address that was typed, and what would be right; undefined where the shop takes it. */
export function emailMistake(typed: string): string | undefined {
  const address = withAsciiDomain(typed.trim())
  if (emailSchema.safeParse(address).success) return undefined
  const [before, after = '', ...more] = address.split('@')
  if (address.length > emailLengthMax) return emailTexts.tooLong(emailLengthMax)
  if (!address.includes('@')) return emailTexts.noAt
  if (more.length > 0) return emailTexts.severalAts
  if (/\s/.test(address)) return emailTexts.blank
  if (before === '') return emailTexts.nothingBefore
  if (/\.xn--[a-z\d-]+$/i.test(after)) return emailTexts.ending
  if (!/^[^.].*\.\p{L}{2,}$/u.test(after)) return emailTexts.noDomain
  return emailTexts.misspelt
}
