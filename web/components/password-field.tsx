'use client'

import { type ComponentProps, useState } from 'react'
import { fieldTexts } from '#messages/fields.ts'
import { TextField } from './text-field.tsx'

/** A password that can be looked at while it is typed. */
export function PasswordField(props: Omit<ComponentProps<typeof TextField>, 'type' | 'end'>) {
  const [shown, setShown] = useState(false)
  return (
    <TextField
      type={shown ? 'text' : 'password'}
      autoCapitalize="none"
      spellCheck={false}
      className="pr-20"
      end={
        <button
          type="button"
          onClick={() => setShown(!shown)}
          aria-label={shown ? fieldTexts.hidePassword : fieldTexts.showPassword}
          className="absolute inset-y-1 right-1 min-w-16 rounded-control text-sm text-soft hover:bg-tile active:bg-line hover:text-ink noscript:hidden"
        >
          {shown ? fieldTexts.hide : fieldTexts.show}
        </button>
      }
      {...props}
    />
  )
}
