'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { accountTexts } from '#messages/accounts.tsx'
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
      {accountTexts.deleteAccount}
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
    credential: { field: 'password', words: accountTexts.notYourPassword },
  })
  return (
    <div className="flex max-w-md flex-col gap-6">
      <div className="flex flex-col gap-2">
        <h3 ref={heading} tabIndex={-1} className="text-lg outline-none">
          {accountTexts.deleteTitle}
        </h3>
        <p className="text-sm text-soft">{accountTexts.deleteMeans}</p>
      </div>
      <AccountForm
        form={form}
        action={accountTexts.deleteForGood}
        look="warning"
        busyWords={accountTexts.deleting}
        aside={
          <Button look="quiet" onClick={onKeep} disabled={form.busy}>
            {accountTexts.keepAccount}
          </Button>
        }
      >
        <PasswordField
          label={accountTexts.yourPassword}
          name="password"
          autoComplete="current-password"
          error={form.errors.password}
        />
      </AccountForm>
    </div>
  )
}
