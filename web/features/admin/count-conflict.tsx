'use client'

import type { AdminProduct } from '@onhand/contract/catalog'
import { historyPageSizeMax } from '@onhand/contract/limits'
import type { StockLevel } from '@onhand/contract/stock-events'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { adminStockTexts } from '#messages/admin-stock.tsx'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { isNewer } from '../../lib/live/stock-store.ts'
import { listMovements } from './admin-api.ts'
import { impliedCount, meanwhileWords } from './meanwhile.ts'
import { movementsKey } from './product-keys.ts'

interface CountConflictProps {
  product: AdminProduct
  /** What there was when the count was begun. */
  base: StockLevel
  counted: number
  /** What the shop answered there is. */
  now: StockLevel
  /** What the page knows since. */
  live: StockLevel
  onBook: (countedTo: number, now: StockLevel) => void
  onCountAgain: (now: StockLevel) => void
  onLeave: () => void
}

/** A count that stock overtook: both numbers, and what can be done. Nothing was overwritten. */
export function CountConflict(props: CountConflictProps) {
  const { product, base, counted, live, onBook, onCountAgain, onLeave } = props
  const now = isNewer(live, props.now) ? live : props.now
  const { data: ledger } = useQuery({
    queryKey: [...movementsKey(product.id), 'since', now.version],
    queryFn: () => listMovements(product.id, { limit: historyPageSizeMax }),
  })
  const implied = impliedCount(counted, base, now)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1} className="outline-none" data-testid="count-conflict">
      <Notice
        title={adminStockTexts.overtaken(counted, now.stock)}
        action={
          <div className="flex flex-wrap gap-3">
            <Button size="small" onClick={() => onCountAgain(now)}>
              {adminStockTexts.countAgain}
            </Button>
            {implied !== undefined && implied !== now.stock && (
              <Button size="small" look="quiet" onClick={() => onBook(implied, now)}>
                {adminStockTexts.setTo(implied)}
              </Button>
            )}
            <Button size="small" look="quiet" onClick={onLeave}>
              {adminStockTexts.leaveAt(now.stock)}
            </Button>
          </div>
        }
      >
        <ul>
          {meanwhileWords(base, now, ledger?.movements ?? []).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <p className="mt-1">
          {implied === undefined
            ? adminStockTexts.countNoLongerFits(base.stock)
            : adminStockTexts.countComesTo(base.stock, implied)}
        </p>
      </Notice>
    </div>
  )
}
