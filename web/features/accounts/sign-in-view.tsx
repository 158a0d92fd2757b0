'use client'

import { accountTexts } from '#messages/accounts.tsx'
import { Link } from '../../components/link.tsx'
import { PasswordField } from '../../components/password-field.tsx'
import { signIn } from '../../lib/account-api.ts'
import { withNext } from '../../lib/next-path.ts'
import { session } from '../../lib/session.ts'
import { AccountForm } from './account-form.tsx'
import { DoorPage } from './door-page.tsx'
import { EmailInput } from './email-input.tsx'
import { emailError, passwordError } from './field-errors.ts'
import { keepTypedEmail } from './typed-email.ts'
import { useAccountForm } from './use-account-form.ts'
import { usePerson } from './use-person.ts'
import { useWayIn } from './use-way-in.ts'

interface SignInViewProps {
  /** Where to go afterwards, when it was said. */
  next: string | undefined
}

export function SignInView({ next }: SignInViewProps) {
  const leaving = useWayIn(next ?? '/account')
  // Whose session is still there is let in without a form.
  usePerson({ certain: true })
  const form = useAccountForm({
    fields: ['email', 'password'],
    check: ({ email, password }) => ({ email: emailError(email), password: passwordError(password) }),
    async send({ email, password }) {
      keepTypedEmail(email.trim())
      const person = await signIn({ email: email.trim(), password })
      session.begin(person.id)
    },
    credential: { field: 'password', words: accountTexts.notTogether },
  })
  return (
    <DoorPage title={accountTexts.signIn} lead={accountTexts.signInLead}>
      <AccountForm
        form={form}
        action={accountTexts.signIn}
        busyWords={accountTexts.signInBusy}
        leaving={leaving}
      >
        <EmailInput error={form.errors.email} />
        <div className="flex flex-col gap-2">
          <PasswordField
            label={accountTexts.password}
            name="password"
            autoComplete="current-password"
            error={form.errors.password}
          />
          <Link
            href="/forgotten-password"
            className="link inline-flex min-h-6 items-center self-start text-sm"
          >
            {accountTexts.forgotten}
          </Link>
        </div>
      </AccountForm>
      <p className="border-line border-t pt-6">
        {accountTexts.newHere}{' '}
        <Link href={withNext('/sign-up', next)} className="link">
          {accountTexts.createAccount}
        </Link>
      </p>
    </DoorPage>
  )
}
