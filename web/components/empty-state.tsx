import type { ReactNode } from 'react'

interface EmptyStateProps {
  title: string
  children?: ReactNode
  /** The way out. */
  action?: ReactNode
  /** The page has no other main heading. */
  level?: 'h1' | 'h2'
}

/** What a page shows when there is nothing to show. */
export function EmptyState({ title, children, action, level: Heading = 'h2' }: EmptyStateProps) {
  return (
    <section className="flex max-w-xl flex-col items-start gap-4 py-4">
      <EmptyHand />
      <Heading className="text-3xl">{title}</Heading>
      {children && <div className="text-soft">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap gap-3">{action}</div>}
    </section>
  )
}

/** The shop's mark with nothing in the hand. */
function EmptyHand() {
  return (
    <span className="mb-2 grid size-36 place-items-center rounded-tile bg-tile text-ink">
      <svg
        aria-hidden
        viewBox="0 0 24 24"
        width="72"
        height="72"
        fill="none"
        stroke="currentColor"
        strokeLinecap="round"
      >
        <path d="M3 11.5a9 9 0 0 0 18 0" strokeWidth="1.5" />
        <circle cx="12" cy="9.5" r="4" strokeWidth="0.75" strokeDasharray="1.2 1.6" className="text-soft" />
      </svg>
    </span>
  )
}
