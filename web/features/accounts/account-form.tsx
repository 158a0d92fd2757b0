'use client'

import type { ReactNode } from 'react'
import { accountTexts } from '#messages/accounts.tsx'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { useHydrated } from '../../components/use-hydrated.ts'
import type { AccountForm as Form } from './use-account-form.ts'

interface AccountFormProps {
  form: Form
  action: string
  /** What the button says while the shop has not answered. */
  busyWords: string
  /** Still busy after the answer, such as with leaving the page. */
  leaving?: boolean
  /** Of the button. */
  look?: 'primary' | 'warning'
  children: ReactNode
  /** Beside the button. */
  aside?: ReactNode
}

/** The frame of a form about accounts: fields, what the shop said, and the button. */
export function AccountForm({
  form,
  action,
  busyWords,
  leaving = false,
  look = 'primary',
  children,
  aside,
}: AccountFormProps) {
  // Sent before the page is alive, it would be the browser that sends it, and nowhere.
  const hydrated = useHydrated()
  const busy = form.busy || leaving
  return (
    <form noValidate method="post" className="flex max-w-md flex-col gap-6" {...form.form}>
      {children}
      {form.refusal !== undefined && (
        <div tabIndex={-1} data-refusal className="outline-none">
          <Notice title={form.refusal} />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button type="submit" look={look} disabled={busy || !hydrated}>
          {busy && <span aria-hidden className="spinner" />}
          {busy ? busyWords : action}
        </Button>
        {aside}
      </div>
      <noscript>
        <p className="text-sm text-warn">{accountTexts.noScript}</p>
      </noscript>
      <p role="status" className="sr-only">
        {busy ? busyWords : ''}
      </p>
    </form>
  )
}
