'use client'

import { useEffect } from 'react'
import { useLiveStatus } from '../../lib/live/use-stock.ts'

const words = {
  live: 'Live',
  polling: 'Every few seconds',
  connecting: 'Connecting',
  offline: 'Not live',
}

/** Says whether the stock on this page is live; sits in the header. */
export function LiveBadge() {
  const status = useLiveStatus()
  useEffect(() => {
    document.documentElement.dataset.stream = status
  }, [status])
  return (
    <span className="live-badge" data-status={status} data-testid="live-status">
      <span aria-hidden className="live-dot" />
      <span className="sr-only">Stock: </span>
      {words[status]}
    </span>
  )
}
