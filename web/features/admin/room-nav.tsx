'use client'

import { usePathname } from 'next/navigation'
import { roomTexts } from '#messages/admin-room.tsx'
import { Link } from '../../components/link.tsx'
import { SignOutButton } from './sign-out-button.tsx'

const look =
  'inline-flex min-h-11 items-center text-sm underline-offset-8 hover:underline aria-[current]:font-medium aria-[current]:underline'

/** The doors of the owner's room. */
export function RoomNav() {
  const path = usePathname()
  const isOrders = path.startsWith('/admin/orders')
  return (
    <nav aria-label={roomTexts.nav} className="flex items-center gap-5">
      <Link href="/admin" aria-current={isOrders ? undefined : currentAt(path, '/admin')} className={look}>
        {roomTexts.products}
      </Link>
      <Link
        href="/admin/orders"
        aria-current={isOrders ? currentAt(path, '/admin/orders') : undefined}
        className={look}
      >
        {roomTexts.orders}
      </Link>
      <span className="ml-auto flex items-center gap-5 text-soft">
        <Link href="/" className={look}>
          {roomTexts.toTheShop}
        </Link>
        <SignOutButton className={look} />
      </span>
    </nav>
  )
}

/** The page itself, or a page below it. */
function currentAt(path: string, place: string): 'page' | 'true' {
  return path === place ? 'page' : 'true'
}
