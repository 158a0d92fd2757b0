'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { accountTexts } from '#messages/accounts.tsx'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { leave } from './leave.ts'
import { refusalWords } from './refusal-words.ts'

export function SignOut() {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()

  async function go(everywhere: boolean): Promise<void> {
    setBusy(true)
    setFailure(undefined)
    try {
      await leave({ everywhere })
      router.push('/')
    } catch (error) {
      setFailure(accountTexts.stillSignedIn(refusalWords(error)))
      setBusy(false)
    }
  }

  return (
    <div className="flex max-w-md flex-col items-start gap-4">
      <div className="flex flex-wrap gap-3">
        <Button look="quiet" disabled={busy} onClick={() => void go(false)}>
          {accountTexts.signOut}
        </Button>
        <Button look="quiet" disabled={busy} onClick={() => void go(true)}>
          {accountTexts.signOutEverywhere}
        </Button>
      </div>
      <p className="text-sm text-soft">{accountTexts.cartStays}</p>
      {failure !== undefined && <Notice title={failure} />}
    </div>
  )
}
