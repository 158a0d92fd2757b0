import Link from 'next/link'
import { Wordmark } from '../../components/wordmark.tsx'
import { AccountLink } from '../../features/accounts/account-link.tsx'
import { CartLink } from '../../features/cart/cart-link.tsx'
import { LiveBadge } from '../../features/inventory/live-badge.tsx'

export function Header() {
  return (
    <header className="sticky top-0 z-20 border-line border-b bg-paper">
      <div className="mx-auto flex h-16 max-w-7xl items-center gap-6 px-4 sm:px-8">
        <Link
          href="/"
          aria-label="Onhand, to the shop"
          className="-ml-2 inline-flex min-h-11 items-center rounded-control px-2"
        >
          <Wordmark />
        </Link>
        <nav aria-label="Main" className="max-sm:hidden">
          <Link
            href="/"
            className="inline-flex min-h-11 items-center px-2 text-sm underline-offset-8 hover:underline"
          >
            Shop
          </Link>
        </nav>
        <div className="ml-auto flex items-center gap-4 sm:gap-6">
          <LiveBadge />
          <div className="flex items-center">
            <AccountLink />
            <CartLink />
          </div>
        </div>
      </div>
      <noscript>
        <p className="border-line border-t px-4 py-2 text-center text-sm">
          You can look around without JavaScript. Live stock and buying need it.
        </p>
      </noscript>
    </header>
  )
}
