'use client'

import { useEffect } from 'react'
import { useLiveStatus } from '../../lib/live/use-stock.ts'

const words = {
  live: 'Live',
  polling: 'Almost live',
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
    <span
      className="live-badge"
      data-status={status}
      data-testid="live-status"
      title={status === 'polling' ? 'Updated every few seconds' : undefined}
    >
      <span aria-hidden className="live-dot" />
      <span className="sr-only">Stock: </span>
      <span className="max-[24rem]:sr-only">{words[status]}</span>
      {status === 'polling' && <span className="sr-only">, updated every few seconds</span>}
    </span>
  )
}
