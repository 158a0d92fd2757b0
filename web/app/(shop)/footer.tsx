import Link from 'next/link'
import { Wordmark } from '../../components/wordmark.tsx'

const linkLook =
  'inline-flex min-h-6 items-center hover:text-ink hover:underline underline-offset-4 pointer-coarse:min-h-11'

export function Footer() {
  return (
    <footer className="mt-16 border-line border-t">
      <div className="mx-auto grid max-w-7xl gap-8 px-4 py-12 text-sm text-soft sm:grid-cols-[1fr_auto] sm:px-8">
        <div className="flex max-w-md flex-col gap-3">
          <Wordmark />
          <p>
            One inventory, shared by everybody who looks at it. Stock is read from the shelf and pushed to
            every open page; an order is taken only when all of it is there.
          </p>
        </div>
        <nav aria-label="Footer">
          <ul className="flex flex-wrap gap-x-8 gap-y-2">
            <li>
              <Link href="/" className={linkLook}>
                Shop
              </Link>
            </li>
            <li>
              <Link href="/cart" className={linkLook}>
                Cart
              </Link>
            </li>
            <li>
              <Link href="/account" prefetch={false} className={linkLook}>
                Account
              </Link>
            </li>
            <li>
              <a href="/api/docs" className={linkLook}>
                API
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  )
}
