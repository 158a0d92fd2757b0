'use client'

import { useLinkStatus } from 'next/link'
import { classNames } from './class-names.ts'

/** Stands inside a link and turns while the shop takes its time to answer. Takes no room; `className` says where it is. */
export function LinkPending({ className }: { className: string }) {
  const { pending } = useLinkStatus()
  if (!pending) return null
  return (
    <span
      aria-hidden
      data-testid="link-pending"
      className={classNames('link-pending pointer-events-none absolute', className)}
    >
      <span className="spinner block" />
    </span>
  )
}
