'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { PasswordField } from '../../components/password-field.tsx'
import { AccountForm } from './account-form.tsx'
import { passwordError } from './field-errors.ts'
import { leaveForGood } from './leave.ts'
import { useAccountForm } from './use-account-form.ts'

/** Asks twice: first for the wish, then for the password, with what it means in between. */
export function DeleteAccount() {
  const [asked, setAsked] = useState(false)
  if (asked) return <Confirmation onKeep={() => setAsked(false)} />
  return (
    <Button look="quiet" onClick={() => setAsked(true)}>
      Delete my account
    </Button>
  )
}

function Confirmation({ onKeep }: { onKeep: () => void }) {
  const router = useRouter()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const form = useAccountForm({
    fields: ['password'],
    check: ({ password }) => ({ password: passwordError(password) }),
    async send({ password }) {
      await leaveForGood(password)
      router.push('/')
    },
    credential: { field: 'password', words: 'This is not your password.' },
  })
  return (
    <div className="flex max-w-md flex-col gap-6">
      <div className="flex flex-col gap-2">
        <h3 ref={heading} tabIndex={-1} className="text-lg outline-none">
          Delete your account for good?
        </h3>
        <p className="text-sm text-soft">
          Your name, your e-mail and your kept cart are erased. Your orders stay in the shop’s books without
          you, so you cannot see them any more. This cannot be undone.
        </p>
      </div>
      <AccountForm
        form={form}
        action="Delete for good"
        busyWords="Deleting your account"
        aside={
          <Button look="quiet" onClick={onKeep} disabled={form.busy}>
            Keep my account
          </Button>
        }
      >
        <PasswordField
          label="Your password"
          name="password"
          autoComplete="current-password"
          error={form.errors.password}
        />
      </AccountForm>
    </div>
  )
}
