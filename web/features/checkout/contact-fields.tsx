'use client'

import { emailLengthMax, nameLengthMax } from '@onhand/contract/limits'
import { checkoutTexts } from '#messages/checkout.tsx'
import { TextField } from '../../components/text-field.tsx'
import { type ContactForm, contactFieldId } from './use-contact.ts'

/** Whose order it is. */
export function ContactFields({ contact, hint }: { contact: ContactForm; hint: string }) {
  const { typed, errors, change } = contact
  return (
    <>
      <TextField
        id={contactFieldId('email')}
        label={checkoutTexts.email}
        optional
        hint={hint}
        error={errors.email}
        value={typed.email}
        onChange={({ target }) => change({ email: target.value })}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="go"
        maxLength={emailLengthMax}
      />
      <TextField
        id={contactFieldId('name')}
        label={checkoutTexts.name}
        optional
        error={errors.name}
        value={typed.name}
        onChange={({ target }) => change({ name: target.value })}
        name="name"
        autoComplete="name"
        autoCapitalize="words"
        spellCheck={false}
        enterKeyHint="go"
        maxLength={nameLengthMax}
      />
    </>
  )
}
