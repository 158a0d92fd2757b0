import {
  type CheckoutRequest,
  contact as contactSchema,
  email as emailSchema,
} from '@onhand/contract/checkout'
import * as z from 'zod/mini'
import { tabStorage } from '../../lib/text-storage.ts'

const contactKey = 'onhand-checkout-contact'

/** What was typed about whom the receipt is for; both may be left empty. */
export interface TypedContact {
  email: string
  name: string
}

export type ContactField = keyof TypedContact

export const emptyContact: TypedContact = { email: '', name: '' }

const typedContact = z.object({ email: z.string(), name: z.string() })

/** What is wrong with what was typed, for each field that it is wrong with. */
export function contactErrors({ email, name }: TypedContact): Partial<TypedContact> {
  if (email.trim() === '') {
    return name.trim() === ''
      ? {}
      : { email: 'Give an e-mail address to go with the name, or clear the name.' }
  }
  if (emailSchema.safeParse(email.trim()).success) return {}
  return { email: 'This does not look like an e-mail address. Correct it, or leave it empty.' }
}

/** As the shop takes it: nothing at all without an e-mail address. */
export function contactOf({ email, name }: TypedContact): Pick<CheckoutRequest, 'contact'> {
  if (email.trim() === '') return {}
  return { contact: contactSchema.parse({ email: email.trim(), ...(name.trim() && { name }) }) }
}

/** Typed text outlives a reload, in this tab alone. */
export function keptContact(): TypedContact {
  try {
    return typedContact.parse(JSON.parse(tabStorage.getItem(contactKey) ?? 'null'))
  } catch {
    return emptyContact
  }
}

export function keepContact(typed: TypedContact): void {
  if (typed.email === '' && typed.name === '') tabStorage.removeItem(contactKey)
  else tabStorage.setItem(contactKey, JSON.stringify(typed))
}
