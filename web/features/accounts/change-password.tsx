'use client'

import { useRef } from 'react'
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
      notify({ title: 'Your password is changed', description: 'You are signed out on all other devices.' })
    },
    credential: { field: 'currentPassword', words: 'This is not your current password.' },
  })
  return (
    <div ref={place}>
      <AccountForm form={form} action="Change password" busyWords="Changing the password">
        {/* Tells a password manager whose password it is. */}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          label="Current password"
          name="currentPassword"
          autoComplete="current-password"
          error={form.errors.currentPassword}
        />
        <NewPasswordField name="newPassword" error={form.errors.newPassword} />
      </AccountForm>
    </div>
  )
}
