'use client'

import type { Person } from '@onhand/contract/accounts'
import { type ReactNode, useState } from 'react'
import { Button, ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { RowsSkeleton } from './rows-skeleton.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { leaveRoom } from './sign-out-button.tsx'
import { useSession } from './use-session.ts'

/** Shows its content to administrators; tells everybody else how to become one who sees it. */
export function AdminGate({ children }: { children: ReactNode }) {
  const { data: user, isError, refetch } = useSession()
  const owner = useLastAdmin(user)
  const isOpen = user?.role === 'admin'
  return (
    <>
      {user === undefined && !isError && <RowsSkeleton label="Looking who is there" />}
      {user === undefined && isError && <NoAnswerAtDoor onRetry={() => void refetch()} />}
      {user && !isOpen && <NoAdministrator user={user} />}
      {user === null && <Door isReturn={owner !== undefined} />}
      {/* Kept alive while signed out, so that what was typed is there after signing in again. */}
      {owner !== undefined && (
        <div key={owner} hidden={!isOpen}>
          {children}
        </div>
      )}
    </>
  )
}

/** The administrator who was here last; forgotten when somebody else comes. */
function useLastAdmin(user: Person | null | undefined): string | undefined {
  const [last, setLast] = useState<string>()
  const next = user ? (user.role === 'admin' ? user.id : undefined) : last
  if (next !== last) setLast(next)
  return next
}

function Door({ isReturn }: { isReturn: boolean }) {
  return (
    <SignInForm title={isReturn ? 'Sign in again' : 'The owner’s room'}>
      {isReturn
        ? 'You were signed out meanwhile. What you typed is kept for when you are back.'
        : 'Products, stock and orders, for administrators. Sign in with an administrator’s account.'}
    </SignInForm>
  )
}

function NoAnswerAtDoor({ onRetry }: { onRetry: () => void }) {
  return (
    <EmptyState
      level="h1"
      title="The shop did not answer"
      action={<Button onClick={onRetry}>Try again</Button>}
    >
      Who you are could not be asked.
    </EmptyState>
  )
}

function NoAdministrator({ user }: { user: Person }) {
  return (
    <EmptyState
      level="h1"
      title="This room is the owner’s"
      action={
        <>
          <ButtonLink href="/">Back to the shop</ButtonLink>
          <Button look="quiet" onClick={() => void leaveRoom()}>
            Sign in as somebody else
          </Button>
        </>
      }
    >
      <p>
        You are signed in as <span className="wrap-anywhere font-medium text-ink">{user.email}</span>, a
        customer. Whoever runs the shop’s computer can make you an administrator:
      </p>
      <p className="mt-3 overflow-x-auto rounded-control bg-tile px-3 py-2">
        <code className="wrap-anywhere text-ink text-sm">npm run admin -- promote {user.email}</code>
      </p>
    </EmptyState>
  )
}
