import { isObjectOf, isText, type Shaped } from '../../lib/shapes.ts'
import { tabStorage } from '../../lib/text-storage.ts'

const contactKey = 'onhand-checkout-contact'

const isTypedContact = isObjectOf({ email: isText, name: isText })
/** What was typed about whose order it is; both may be left empty. */
export type TypedContact = Shaped<typeof isTypedContact>

export type ContactField = keyof TypedContact

export const emptyContact: TypedContact = { email: '', name: '' }

/** Typed text outlives a reload, in this tab alone. */
export function keptContact(): TypedContact {
  try {
    const kept: unknown = JSON.parse(tabStorage.getItem(contactKey) ?? 'null')
    return isTypedContact(kept) ? kept : emptyContact
  } catch {
    return emptyContact
  }
}

export function keepContact(typed: TypedContact): void {
  if (typed.email === '' && typed.name === '') tabStorage.removeItem(contactKey)
  else tabStorage.setItem(contactKey, JSON.stringify(typed))
}
