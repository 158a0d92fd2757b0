import { frameTexts } from '#messages/frame.ts'
import { Link } from '../../components/link.tsx'
import { ThemeButton, ThemeChoice } from '../../components/theme-choice.tsx'
import { Wordmark } from '../../components/wordmark.tsx'
import { AccountLink } from '../../features/accounts/account-link.tsx'
import { CartLink } from '../../features/cart/cart-link.tsx'
import { ShopMenu } from '../../features/catalog/shop-menu.tsx'
import { LiveBadge } from '../../features/inventory/live-badge.tsx'
import { SearchField } from '../../features/search/search-field.tsx'
import { SearchLink } from '../../features/search/search-link.tsx'

export function Header() {
  return (
    // Below 18rem, which is a phone with letters twice as large, it stands in rows and does not stay.
    <header className="sticky top-0 z-20 border-line border-b bg-paper max-[18rem]:static">
      <div className="mx-auto flex h-16 max-w-7xl items-center gap-3 px-4 max-[18rem]:h-auto max-[18rem]:flex-wrap max-[18rem]:px-3 max-[24rem]:gap-1 sm:gap-6 sm:px-8">
        <Link
          href="/"
          aria-label={frameTexts.home}
          className="-ml-2 inline-flex min-h-11 flex-none items-center rounded-control px-2"
        >
          <Wordmark />
        </Link>
        <ShopMenu>
          <div className="mt-2 border-line border-t pt-4 text-sm text-soft lg:hidden noscript:hidden">
            <ThemeChoice />
          </div>
        </ShopMenu>
        <SearchField />
        <div className="flex min-w-0 flex-1 items-center gap-2 max-[18rem]:basis-full max-[18rem]:flex-wrap max-[24rem]:gap-0 sm:ml-auto sm:flex-none sm:gap-4">
          <LiveBadge />
          <div className="flex flex-none items-center max-[18rem]:ml-auto">
            <SearchLink />
            <ThemeButton />
            <AccountLink />
            <CartLink />
          </div>
        </div>
      </div>
      <noscript>
        <p className="border-line border-t px-4 py-2 text-center text-sm">{frameTexts.noScript}</p>
      </noscript>
    </header>
  )
}
