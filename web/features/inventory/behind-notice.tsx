'use client'

import { useEffect } from 'react'
import { announce } from '../../lib/announcements.ts'
import { useLiveStatus } from '../../lib/live/use-stock.ts'

/** Says so when the stock on the page may be behind. Its place is always there, so that nothing moves. */
export function BehindNotice() {
  const offline = useLiveStatus() === 'offline'
  useEffect(() => {
    if (offline) announce('connection', 'The live connection is down. Stock may be behind.')
  }, [offline])
  return (
    <aside aria-label="Connection" className="behind-notice" data-shown={offline}>
      {offline && (
        <p>
          <span className="font-medium">Stock may be behind.</span> The live connection is down and comes back
          by itself.
        </p>
      )}
    </aside>
  )
}
