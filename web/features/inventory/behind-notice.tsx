'use client'

import { useEffect } from 'react'
import { stockTexts } from '#messages/stock.ts'
import { announce } from '../../lib/announcements.ts'
import { useLiveStatus } from '../../lib/live/use-stock.ts'

/** Says so when the stock on the page may be behind. Its place is always there, so that nothing moves. */
export function BehindNotice() {
  const offline = useLiveStatus() === 'offline'
  useEffect(() => {
    if (offline) announce('connection', stockTexts.behindAloud)
  }, [offline])
  return (
    <aside aria-label={stockTexts.connection} className="behind-notice" data-shown={offline}>
      {offline && (
        <p>
          <span className="font-medium">{stockTexts.behind}</span> {stockTexts.behindWhy}
        </p>
      )}
    </aside>
  )
}
