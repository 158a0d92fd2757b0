'use client'

import { useEffect, useState } from 'react'
import { accountTexts } from '#messages/accounts.tsx'
import { ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { resetPassword } from '../../lib/account-api.ts'
import { isRefusal } from '../../lib/api-errors.ts'
import { session } from '../../lib/session.ts'
import { AccountForm } from './account-form.tsx'
import { DoorPage } from './door-page.tsx'
import { newPasswordError } from './field-errors.ts'
import { NewPasswordField } from './new-password-field.tsx'
import { useAccountForm } from './use-account-form.ts'

/** Where the link in the mail leads to. */
export function ResetPasswordView() {
  const { token, opened } = useTokenOfLink()
  return <ResetPassword key={opened} token={token} />
}

function ResetPassword({ token }: { token: string | undefined }) {
  const [step, setStep] = useState<'open' | 'done' | 'expired'>('open')
  const form = useAccountForm({
    fields: ['newPassword'],
    check: ({ newPassword }) => ({ newPassword: newPasswordError(newPassword) }),
    async send({ newPassword }) {
      try {
        await resetPassword({ token: token ?? '', newPassword })
        // It ends every session, one in this browser as well.
        session.end()
        setStep('done')
      } catch (error) {
        if (!isRefusal(error, 'reset_link_expired')) throw error
        setStep('expired')
      }
    },
  })
  if (step === 'done') return <Done />
  if (step === 'expired' || token === '') return <Expired />
  return (
    <DoorPage title={accountTexts.choosePassword} lead={accountTexts.chooseLead}>
      <AccountForm form={form} action={accountTexts.setPassword} busyWords={accountTexts.settingPassword}>
        <NewPasswordField name="newPassword" error={form.errors.newPassword} />
      </AccountForm>
    </DoorPage>
  )
}

/**
 * The token that the link holds, empty when it holds none; undefined until that is known. It is taken out of the address.
 * A link opened on this very page loads no other; `opened` counts such links.
 */
function useTokenOfLink(): { token: string | undefined; opened: number } {
  const [link, setLink] = useState<{ token: string | undefined; opened: number }>({
    token: undefined,
    opened: 0,
  })
  useEffect(() => {
    const take = (): void => {
      const { hash, search, pathname } = location
      const found =
        new URLSearchParams(hash.slice(1)).get('token') ?? new URLSearchParams(search).get('token')
      setLink(({ token = '', opened }) =>
        found === null ? { token, opened } : { token: found, opened: opened + 1 },
      )
      if (found !== null) history.replaceState(history.state, '', pathname)
    }
    take()
    addEventListener('hashchange', take)
    return () => removeEventListener('hashchange', take)
  }, [])
  return link
}

function Done() {
  return (
    <div role="status">
      <EmptyState
        level="h1"
        title={accountTexts.passwordIsSet}
        action={<ButtonLink href="/sign-in">{accountTexts.signIn}</ButtonLink>}
      >
        {accountTexts.signInWithIt}
      </EmptyState>
    </div>
  )
}

function Expired() {
  return (
    <div role="status">
      <EmptyState
        level="h1"
        title={accountTexts.linkDead}
        action={<ButtonLink href="/forgotten-password">{accountTexts.newLink}</ButtonLink>}
      >
        {accountTexts.linkDeadWhy}
      </EmptyState>
    </div>
  )
}
