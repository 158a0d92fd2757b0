'use client'

import { emailLengthMax } from '@onhand/contract/limits'
import type { Ref } from 'react'
import { TextField } from '../../components/text-field.tsx'

interface EmailFieldProps {
  value: string
  error: string | undefined
  hint: string
  onChange: (text: string) => void
  onBlur: () => void
  ref: Ref<HTMLInputElement>
}

export function EmailField({ onChange, ...rest }: EmailFieldProps) {
  return (
    <TextField
      label={
        <>
          E-mail for the receipt <span className="font-normal text-soft">(optional)</span>
        </>
      }
      name="email"
      type="email"
      inputMode="email"
      autoComplete="email"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={emailLengthMax}
      onChange={(event) => onChange(event.target.value)}
      {...rest}
    />
  )
}
