import { Link } from '../../components/link.tsx'
import { count } from '../../lib/locale.ts'

interface MenuLinkProps {
  href: string
  name: string
  /** How many are there, where that is known. */
  products?: number
}

export function MenuLink({ href, name, products }: MenuLinkProps) {
  return (
    <li>
      <Link
        href={href}
        className="flex min-h-11 items-center justify-between gap-4 rounded-control px-3 hover:bg-tile active:bg-line"
      >
        <span className="min-w-0 wrap-anywhere">{name}</span>
        {products !== undefined && <span className="text-sm text-soft tabular-nums">{count(products)}</span>}
      </Link>
    </li>
  )
}
