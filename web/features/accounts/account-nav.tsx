'use client'

import { usePathname } from 'next/navigation'
import { accountTexts } from '#messages/accounts.tsx'
import { Link } from '../../components/link.tsx'

const pages = [
  { href: '/account', words: accountTexts.account },
  { href: '/account/orders', words: accountTexts.orders },
]

/** The way between the pages of an account. */
export function AccountNav() {
  const path = usePathname()
  return (
    <nav aria-label={accountTexts.nav} className="mb-8">
      <ul className="-ml-3 flex gap-1">
        {pages.map(({ href, words }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={path === href ? 'page' : undefined}
              className="inline-flex min-h-11 items-center rounded-control px-3 text-soft text-sm hover:bg-tile active:bg-line aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:underline aria-[current=page]:decoration-1 aria-[current=page]:underline-offset-8"
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
