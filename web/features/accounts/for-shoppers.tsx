'use client'

import type { Person } from '@onhand/contract/accounts'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { accountTexts } from '#messages/accounts.tsx'
import { Button, ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { withNext } from '../../lib/next-path.ts'
import { usePerson } from './use-person.ts'

interface ForShoppersProps {
  /** The page's shape until it is known who asks. */
  skeleton: ReactNode
  children: (person: Person) => ReactNode
}

/** What only somebody who is signed in can see, with a way in for everybody else. */
export function ForShoppers({ skeleton, children }: ForShoppersProps) {
  const known = usePerson({ certain: true })
  const path = usePathname()
  if (known.state === 'known') return children(known.person)
  if (known.state === 'unreachable') {
    return (
      <EmptyState
        title={accountTexts.noAnswer}
        action={<Button onClick={known.retry}>{accountTexts.tryAgain}</Button>}
      >
        {accountTexts.notKnown}
      </EmptyState>
    )
  }
  if (known.state === 'guest') {
    return (
      <EmptyState
        title={accountTexts.notSignedIn}
        action={
          <>
            <ButtonLink href={withNext('/sign-in', path)}>{accountTexts.signIn}</ButtonLink>
            <ButtonLink href={withNext('/sign-up', path)} look="quiet">
              {accountTexts.createAccount}
            </ButtonLink>
          </>
        }
      >
        {accountTexts.signInToSee}
      </EmptyState>
    )
  }
  return (
    <>
      <noscript>
        <p className="mb-6 text-warn">{accountTexts.noScript}</p>
      </noscript>
      <div className="noscript:hidden">{skeleton}</div>
    </>
  )
}
