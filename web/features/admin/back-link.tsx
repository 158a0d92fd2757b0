import { ArrowLeft } from 'lucide-react'
import { Link } from '../../components/link.tsx'

/** The way to the list that a page belongs to. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <Link
      href={href}
      className="inline-flex min-h-6 items-center gap-1.5 self-start text-sm text-soft underline-offset-4 hover:text-ink hover:underline pointer-coarse:min-h-11"
    >
      <ArrowLeft aria-hidden size={14} />
      {children}
    </Link>
  )
}
