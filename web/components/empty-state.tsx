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
      <Heading className="text-3xl">{title}</Heading>
      {children && <div className="text-soft">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap gap-3">{action}</div>}
    </section>
  )
}
