import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

interface NoticeProps {
  title: string
  children?: ReactNode
  /** What can be done about it. */
  action?: ReactNode
  /** Its words change while it stands, so it is not read out by itself, over and over. */
  live?: boolean
}

/** Something the shopper should know before going on. */
export function Notice({ title, children, action, live = false }: NoticeProps) {
  return (
    <section
      role={live ? undefined : 'alert'}
      className="flex gap-3 rounded-tile bg-warn-tint forced-colors:border p-4 sm:p-5"
    >
      <CircleAlert aria-hidden size={20} className="mt-0.5 flex-none text-warn" />
      <div className="flex min-w-0 flex-1 flex-col items-start gap-3 wrap-anywhere">
        <p className="font-medium text-warn">{title}</p>
        {children && <div className="text-sm">{children}</div>}
        {action}
      </div>
    </section>
  )
}
