'use client'

import type { Person } from '@onhand/contract/accounts'
import { type ReactNode, useState } from 'react'
import { roomTexts } from '#messages/admin-room.tsx'
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
      {user === undefined && !isError && <RowsSkeleton label={roomTexts.looking} />}
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
    <SignInForm title={isReturn ? roomTexts.signInAgain : roomTexts.name}>
      {isReturn ? roomTexts.signedOutMeanwhile : roomTexts.whatFor}
    </SignInForm>
  )
}

function NoAnswerAtDoor({ onRetry }: { onRetry: () => void }) {
  return (
    <EmptyState
      level="h1"
      title={roomTexts.noAnswerTitle}
      action={<Button onClick={onRetry}>{roomTexts.tryAgain}</Button>}
    >
      {roomTexts.notKnown}
    </EmptyState>
  )
}

function NoAdministrator({ user }: { user: Person }) {
  return (
    <EmptyState
      level="h1"
      title={roomTexts.ownersOnly}
      action={
        <>
          <ButtonLink href="/">{roomTexts.backToShop}</ButtonLink>
          <Button look="quiet" onClick={() => void leaveRoom()}>
            {roomTexts.signInAsAnother}
          </Button>
        </>
      }
    >
      <p>
        {roomTexts.notAdministrator(<span className="wrap-anywhere font-medium text-ink">{user.email}</span>)}
      </p>
      <p className="mt-3 overflow-x-auto rounded-control bg-tile px-3 py-2">
        <code className="wrap-anywhere text-ink text-sm">{`npm run admin -- promote ${user.email}`}</code>
      </p>
    </EmptyState>
  )
}
