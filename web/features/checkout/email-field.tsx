'use client'

import { emailLengthMax } from '@onhand/contract/limits'
import { type Ref, useId } from 'react'
import { classNames } from '../../components/class-names.ts'

interface EmailFieldProps {
  value: string
  error: string | undefined
  onChange: (text: string) => void
  onBlur: () => void
  ref: Ref<HTMLInputElement>
}

export function EmailField({ value, error, onChange, onBlur, ref }: EmailFieldProps) {
  const id = useId()
  const describedBy = classNames(`${id}-hint`, error !== undefined && `${id}-error`)
  return (
    <div className="flex max-w-md flex-col gap-2">
      <label htmlFor={id} className="font-medium">
        E-mail for the receipt <span className="font-normal text-soft">(optional)</span>
      </label>
      <input
        ref={ref}
        id={id}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={emailLengthMax}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
        className="h-12 w-full rounded-control border border-line-strong bg-raised px-4 hover:border-ink aria-invalid:border-warn"
      />
      {error !== undefined && (
        <p id={`${id}-error`} className="text-sm text-warn">
          {error}
        </p>
      )}
      <p id={`${id}-hint`} className="text-sm text-soft">
        Without one, the address of the confirmation page is your receipt.
      </p>
    </div>
  )
}
