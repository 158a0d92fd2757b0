'use client'

import { roomTexts } from '#messages/admin-room.tsx'
import { notify } from '../../components/notify.ts'
import { signOut } from './admin-api.ts'
import { useSession } from './use-session.ts'

/** Ends the session; nothing of the room stays on the page. */
export async function leaveRoom(): Promise<void> {
  try {
    await signOut()
  } catch {
    notify({ id: 'sign-out', title: roomTexts.stillSignedIn, description: roomTexts.noAnswer })
    return
  }
  // A page loaded anew holds nothing of what was read or typed.
  location.assign('/admin')
}

export function SignOutButton({ className }: { className: string }) {
  const { data: user } = useSession()
  if (!user) return null
  return (
    <button type="button" className={className} onClick={() => void leaveRoom()}>
      {roomTexts.signOut}
    </button>
  )
}
