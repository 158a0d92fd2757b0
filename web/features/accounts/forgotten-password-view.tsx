'use client'

import { useState } from 'react'
import { accountTexts } from '#messages/accounts.tsx'
import { ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Link } from '../../components/link.tsx'
import { requestPasswordReset } from '../../lib/account-api.ts'
import { AccountForm } from './account-form.tsx'
import { DoorPage } from './door-page.tsx'
import { EmailInput } from './email-input.tsx'
import { emailError } from './field-errors.ts'
import { keepTypedEmail } from './typed-email.ts'
import { useAccountForm } from './use-account-form.ts'

export function ForgottenPasswordView() {
  const [sentTo, setSentTo] = useState<string>()
  const form = useAccountForm({
    fields: ['email'],
    check: ({ email }) => ({ email: emailError(email) }),
    async send({ email }) {
      keepTypedEmail(email.trim())
      await requestPasswordReset(email.trim())
      setSentTo(email.trim())
    },
  })
  if (sentTo !== undefined) return <Sent email={sentTo} />
  return (
    <DoorPage title={accountTexts.forgottenPassword} lead={accountTexts.forgottenLead}>
      <AccountForm form={form} action={accountTexts.sendLink} busyWords={accountTexts.sendingLink}>
        <EmailInput error={form.errors.email} />
      </AccountForm>
      <p className="border-line border-t pt-6">
        <Link href="/sign-in" className="link">
          {accountTexts.backToSignIn}
        </Link>
      </p>
    </DoorPage>
  )
}

function Sent({ email }: { email: string }) {
  return (
    <div role="status">
      <EmptyState
        level="h1"
        title={accountTexts.lookIntoMail}
        action={
          <ButtonLink href="/sign-in" look="quiet">
            {accountTexts.backToSignIn}
          </ButtonLink>
        }
      >
        <p className="wrap-anywhere">{accountTexts.linkOnItsWay(email)}</p>
      </EmptyState>
    </div>
  )
}
