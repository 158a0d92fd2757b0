'use client'

import { UserRound } from 'lucide-react'
import { usePathname, useRouter } from 'next/navigation'
import { sessionTexts } from '#messages/session.ts'
import { Link } from '../../components/link.tsx'
import { withNext } from '../../lib/next-path.ts'
import { useShopper } from '../../lib/use-session.ts'

/** The way to one's account or, for a guest, to sign in and back. Both words take the same room. */
export function AccountLink() {
  const router = useRouter()
  const path = usePathname()
  const isGuest = useShopper() === undefined
  return (
    <Link
      href={isGuest ? withNext('/sign-in', path) : '/account'}
      // Few go there, and a guest's click leads to another address.
      prefetch={false}
      onNavigate={(event) => {
        if (!isGuest) return
        event.preventDefault()
        router.push(withNext('/sign-in', location.pathname + location.search))
      }}
      className="inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-control px-3 text-sm font-medium hover:bg-tile active:bg-line"
    >
      <UserRound aria-hidden size={18} strokeWidth={1.75} />
      <span className="min-w-15 max-sm:sr-only">{isGuest ? sessionTexts.signIn : sessionTexts.account}</span>
    </Link>
  )
}
