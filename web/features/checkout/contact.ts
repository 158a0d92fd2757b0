import { type CheckoutRequest, contact as contactSchema } from '@onhand/contract/checkout'
import { nameLengthMax } from '@onhand/contract/limits'
import { checkoutTexts } from '#messages/checkout.tsx'
import { emailMistake } from '../../lib/email-mistake.ts'
import type { TypedContact } from './typed-contact.ts'

/** What is wrong with what was typed and what would be right, for each field that it is wrong with. */
export function contactErrors({ email, name }: TypedContact): Partial<TypedContact> {
  const errors = { email: emailError(email, name), name: nameError(name) }
  return Object.fromEntries(Object.entries(errors).filter(([, error]) => error !== undefined))
}

function emailError(email: string, name: string): string | undefined {
  if (email.trim() !== '') return emailMistake(email)
  return name.trim() === '' ? undefined : checkoutTexts.emailMissing
}

function nameError(name: string): string | undefined {
  const { length } = name.trim()
  return length > nameLengthMax ? checkoutTexts.nameTooLong(length, nameLengthMax) : undefined
}

/** As the shop takes it: nothing at all without an e-mail address. */
export function contactOf({ email, name }: TypedContact): Pick<CheckoutRequest, 'contact'> {
  if (email.trim() === '') return {}
  return { contact: contactSchema.parse({ email: email.trim(), ...(name.trim() && { name }) }) }
}
