import { cartTexts } from '#messages/cart.ts'
import { Price } from '../../components/price.tsx'
import { pieces } from './lines.ts'
import { type CartContents, canBeHad } from './use-cart-contents.ts'

/** What the lines that can be had come to. */
export function CartTotal({ contents: { entries, total, currency } }: { contents: CartContents }) {
  const count = pieces(entries.filter(canBeHad).map(({ line }) => line))
  return (
    <div className="flex items-baseline justify-between gap-4 border-ink border-t pt-4">
      <p>
        {cartTexts.total}{' '}
        <span className="text-sm text-soft tabular-nums">
          {cartTexts.inBrackets(cartTexts.pieces(count))}
        </span>
      </p>
      <p data-testid="cart-total" className="flex-1 text-right font-display text-2xl tabular-nums">
        {total === undefined || !currency ? (
          <span className="text-soft">{entries.some(canBeHad) ? '…' : '–'}</span>
        ) : (
          <Price amount={total} currency={currency} />
        )}
      </p>
    </div>
  )
}
