import {
  type CheckoutRequest,
  contact as contactSchema,
  email as emailSchema,
} from '@onhand/contract/checkout'
import { checkoutTexts } from '#messages/checkout.tsx'
import type { TypedContact } from './typed-contact.ts'

/** What is wrong with what was typed, for each field that it is wrong with. */
export function contactErrors({ email, name }: TypedContact): Partial<TypedContact> {
  if (email.trim() === '') {
    return name.trim() === '' ? {} : { email: checkoutTexts.emailMissing }
  }
  if (emailSchema.safeParse(email.trim()).success) return {}
  return { email: checkoutTexts.emailWrong }
}

/** As the shop takes it: nothing at all without an e-mail address. */
export function contactOf({ email, name }: TypedContact): Pick<CheckoutRequest, 'contact'> {
  if (email.trim() === '') return {}
  return { contact: contactSchema.parse({ email: email.trim(), ...(name.trim() && { name }) }) }
}
