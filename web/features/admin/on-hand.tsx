'use client'

import type { StockLevel } from '@onhand/contract/stock-events'
import { useState } from 'react'
import { adminStockTexts } from '#messages/admin-stock.tsx'
import { count } from '../../lib/locale.ts'
import { stockTone } from '../inventory/stock-words.ts'

/** The live figure as the owner reads it: always the number. */
export function OnHand({ level }: { level: StockLevel }) {
  const [firstVersion] = useState(level.version)
  const hasChanged = level.version !== firstVersion
  return (
    <span className="stock" data-tone={stockTone(level.stock)} data-testid="on-hand">
      <span aria-hidden className="stock-dot" />
      <span key={level.version} className={hasChanged ? 'stock-changed' : undefined}>
        {adminStockTexts.onHand(<span className="tabular-nums">{count(level.stock)}</span>)}
      </span>
    </span>
  )
}
