'use client'

import { nameLengthMax } from '@onhand/contract/limits'
import { useState } from 'react'
import { accountTexts } from '#messages/accounts.tsx'
import { ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Link } from '../../components/link.tsx'
import { TextField } from '../../components/text-field.tsx'
import { readSession, signUp } from '../../lib/account-api.ts'
import { withNext } from '../../lib/next-path.ts'
import { session } from '../../lib/session.ts'
import { AccountForm } from './account-form.tsx'
import { DoorPage } from './door-page.tsx'
import { EmailInput } from './email-input.tsx'
import { emailError, nameError, newPasswordError } from './field-errors.ts'
import { NewPasswordField } from './new-password-field.tsx'
import { keepTypedEmail } from './typed-email.ts'
import { useAccountForm } from './use-account-form.ts'
import { useWayIn } from './use-way-in.ts'

interface SignUpViewProps {
  /** Where to go afterwards, when it was said. */
  next: string | undefined
}

export function SignUpView({ next }: SignUpViewProps) {
  const leaving = useWayIn(next ?? '/account')
  const [takenEmail, setTakenEmail] = useState<string>()
  const form = useAccountForm({
    fields: ['name', 'email', 'password'],
    check: ({ name, email, password }) => ({
      name: nameError(name),
      email: emailError(email),
      password: newPasswordError(password),
    }),
    async send({ name, email, password }) {
      keepTypedEmail(email.trim())
      await signUp({ name: name.trim(), email: email.trim(), password })
      // The answer is the same for an address that has an account; only the session tells.
      const person = await readSession()
      if (person) session.begin(person.id)
      else setTakenEmail(email.trim())
    },
  })
  if (takenEmail !== undefined) return <PerhapsTaken email={takenEmail} next={next} />
  return (
    <DoorPage title={accountTexts.createAccount} lead={accountTexts.createLead}>
      <AccountForm
        form={form}
        action={accountTexts.create}
        busyWords={accountTexts.creating}
        leaving={leaving}
      >
        <TextField
          label={accountTexts.name}
          optional
          name="name"
          autoComplete="name"
          maxLength={nameLengthMax}
          error={form.errors.name}
        />
        <EmailInput error={form.errors.email} />
        <NewPasswordField label={accountTexts.password} name="password" error={form.errors.password} />
      </AccountForm>
      <p className="border-line border-t pt-6">
        {accountTexts.haveAccount}{' '}
        <Link href={withNext('/sign-in', next)} className="link">
          {accountTexts.signIn}
        </Link>
      </p>
    </DoorPage>
  )
}

/** Whether the address has an account is for its owner's eyes only. */
function PerhapsTaken({ email, next }: { email: string; next: string | undefined }) {
  return (
    <div role="status">
      <EmptyState
        level="h1"
        title={accountTexts.notSignedInYet}
        action={
          <>
            <ButtonLink href={withNext('/sign-in', next)}>{accountTexts.signIn}</ButtonLink>
            <ButtonLink href="/forgotten-password" look="quiet">
              {accountTexts.setNewPassword}
            </ButtonLink>
          </>
        }
      >
        <p className="wrap-anywhere">{accountTexts.mayHaveAccount(email)}</p>
      </EmptyState>
    </div>
  )
}
