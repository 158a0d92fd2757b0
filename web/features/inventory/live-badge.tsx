'use client'

import { Fragment, useEffect } from 'react'
import { stockTexts } from '#messages/stock.ts'
import { useLiveStatus } from '../../lib/live/use-stock.ts'

const words = {
  live: stockTexts.status.live,
  polling: stockTexts.status.polling,
  connecting: stockTexts.status.connecting,
  offline: stockTexts.status.offline,
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
      title={status === 'polling' ? stockTexts.polling : undefined}
    >
      {/* Another mark takes the place of the last: none is seen to move. */}
      <Fragment key={status}>
        <span aria-hidden className="live-dot" />
        <span className="sr-only">{stockTexts.statusOf} </span>
        {/* Its word is long, and soon gone: on most phones it would reach the shop's name. */}
        <span className={status === 'connecting' ? 'max-[26rem]:sr-only' : 'max-[24rem]:sr-only'}>
          {words[status]}
        </span>
      </Fragment>
      {status === 'polling' && <span className="sr-only">{stockTexts.pollingAfterStatus}</span>}
    </span>
  )
}
