'use client'

import type { Person } from '@onhand/contract/accounts'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
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
      <EmptyState title="The shop did not answer" action={<Button onClick={known.retry}>Try again</Button>}>
        It is not known whether you are signed in.
      </EmptyState>
    )
  }
  if (known.state === 'guest') {
    return (
      <EmptyState
        title="You are not signed in"
        action={
          <>
            <ButtonLink href={withNext('/sign-in', path)}>Sign in</ButtonLink>
            <ButtonLink href={withNext('/sign-up', path)} look="quiet">
              Create an account
            </ButtonLink>
          </>
        }
      >
        Sign in to see this page.
      </EmptyState>
    )
  }
  return (
    <>
      <noscript>
        <p className="mb-6 text-warn">
          Accounts need JavaScript. Please switch it on, and load this page again.
        </p>
      </noscript>
      {skeleton}
    </>
  )
}
