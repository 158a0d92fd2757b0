import type { Ref } from 'react'
import { adminStockTexts } from '#messages/admin-stock.tsx'
import { Button } from '../../components/button.tsx'
import { type StockMove, stockMoves } from './stock-request.ts'

const labels: Record<StockMove, string> = {
  receive: adminStockTexts.moves.receive,
  adjust: adminStockTexts.moves.adjust,
  count: adminStockTexts.moves.count,
}

interface StockMoveButtonsProps {
  name: string
  /** The one whose form is open. */
  open: StockMove | undefined
  onChoose: (move: StockMove | undefined) => void
  ref: Ref<HTMLDivElement>
}

export function StockMoveButtons({ name, open, onChoose, ref }: StockMoveButtonsProps) {
  return (
    <div ref={ref} className="flex gap-2">
      {stockMoves.map((move) => (
        <Button
          key={move}
          look="quiet"
          size="small"
          className="px-3! max-md:flex-1 aria-expanded:border-ink aria-expanded:bg-raised"
          aria-expanded={open === move}
          onClick={() => onChoose(open === move ? undefined : move)}
        >
          {labels[move]}
          <span className="sr-only">: {name}</span>
        </Button>
      ))}
    </div>
  )
}
