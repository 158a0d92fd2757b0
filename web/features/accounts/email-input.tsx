'use client'

import { emailLengthMax } from '@onhand/contract/limits'
import { useEffect, useRef } from 'react'
import { accountTexts } from '#messages/accounts.tsx'
import { TextField } from '../../components/text-field.tsx'
import { typedEmail } from './typed-email.ts'

/** The address of an account; the one typed last in this tab stands there already. */
export function EmailInput({ error }: { error: string | undefined }) {
  const ref = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (ref.current?.value === '') ref.current.value = typedEmail()
  }, [])
  return (
    <TextField
      ref={ref}
      label={accountTexts.email}
      name="email"
      type="email"
      inputMode="email"
      autoComplete="email"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={emailLengthMax}
      error={error}
    />
  )
}
