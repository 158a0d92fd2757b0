'use client'

import type { Product } from '@onhand/contract/catalog'
import { useEffect, useRef, useState } from 'react'
import { stockTexts } from '#messages/stock.ts'
import { announce } from '../../lib/announcements.ts'
import { useWithdrawn } from '../../lib/live/use-stock.ts'
import { stockTone, stockWords } from './stock-words.ts'
import { useLiveStock } from './use-live-stock.ts'

/** The owner has taken it from the shelves. */
const noLongerSold = { before: stockTexts.noLongerSold, figure: '', after: '' }

interface StockFigureProps {
  product: Pick<Product, 'id' | 'name' | 'stock' | 'version'>
}

/** The live stock of a product, in words and a figure that is marked for a moment when it changes. */
export function StockFigure({ product }: StockFigureProps) {
  const stock = useLiveStock(product)
  const changes = useChanges(stock)
  const withdrawn = useWithdrawn(product.id)
  const { before, figure, after } = withdrawn ? noLongerSold : stockWords(stock)
  useSoldOutAnnouncement(product, stock, withdrawn)
  return (
    <p className="stock" data-tone={stockTone(stock)} data-testid="stock" data-stock={stock}>
      <span aria-hidden className="stock-dot" />
      <span key={changes} className={changes > 0 ? 'stock-changed' : undefined}>
        {before}
        {figure && <span className="tabular-nums">{figure}</span>}
        {after}
      </span>
    </p>
  )
}

/** How often a value has changed since it was first shown. */
function useChanges(value: number): number {
  const [seen, setSeen] = useState({ value, changes: 0 })
  if (seen.value === value) return seen.changes
  const next = { value, changes: seen.changes + 1 }
  setSeen(next)
  return next.changes
}

function useSoldOutAnnouncement(
  { id, name }: StockFigureProps['product'],
  stock: number,
  withdrawn: boolean,
): void {
  const before = useRef(stock)
  useEffect(() => {
    if (before.current > 0 && stock === 0) {
      announce(`stock-${id}`, withdrawn ? stockTexts.nowNoLongerSold(name) : stockTexts.nowSoldOut(name))
    }
    if (before.current === 0 && stock > 0) announce(`stock-${id}`, stockTexts.nowBack(name))
    before.current = stock
  }, [id, name, stock, withdrawn])
}
