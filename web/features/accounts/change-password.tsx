'use client'

import { useRef } from 'react'
import { accountTexts } from '#messages/accounts.tsx'
import { notify } from '../../components/notify.ts'
import { PasswordField } from '../../components/password-field.tsx'
import { changePassword } from '../../lib/account-api.ts'
import { AccountForm } from './account-form.tsx'
import { newPasswordError, passwordError } from './field-errors.ts'
import { NewPasswordField } from './new-password-field.tsx'
import { useAccountForm } from './use-account-form.ts'

export function ChangePassword({ email }: { email: string }) {
  const place = useRef<HTMLDivElement>(null)
  const form = useAccountForm({
    fields: ['currentPassword', 'newPassword'],
    check: ({ currentPassword, newPassword }) => ({
      currentPassword: passwordError(currentPassword),
      newPassword: newPasswordError(newPassword),
    }),
    async send(passwords) {
      await changePassword(passwords)
      place.current?.querySelector('form')?.reset()
      notify({ title: accountTexts.passwordChanged, description: accountTexts.signedOutElsewhere })
    },
    credential: { field: 'currentPassword', words: accountTexts.notCurrentPassword },
  })
  return (
    <div ref={place}>
      <AccountForm form={form} action={accountTexts.changePassword} busyWords={accountTexts.changingPassword}>
        {/* Tells a password manager whose password it is. */}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          label={accountTexts.currentPassword}
          name="currentPassword"
          autoComplete="current-password"
          error={form.errors.currentPassword}
        />
        <NewPasswordField name="newPassword" error={form.errors.newPassword} />
      </AccountForm>
    </div>
  )
}
