import { cartTexts } from '#messages/cart.ts'
import { Price } from '../../components/price.tsx'
import { type CartContents, piecesToHave } from './use-cart-contents.ts'

/** What the pieces that can be had come to. */
export function CartTotal({ contents: { entries, total, currency } }: { contents: CartContents }) {
  const count = entries.reduce((sum, entry) => sum + piecesToHave(entry), 0)
  return (
    <div className="flex items-baseline justify-between gap-4 border-ink border-t pt-4">
      <p>
        {cartTexts.total}{' '}
        <span className="text-sm text-soft tabular-nums">
          {cartTexts.inBrackets(cartTexts.pieces(count))}
        </span>
      </p>
      <p data-testid="cart-total" className="flex-1 text-right font-display text-2xl tabular-nums">
        {total === undefined || !currency || count === 0 ? (
          <span className="text-soft">{count > 0 ? '…' : '–'}</span>
        ) : (
          <Price amount={total} currency={currency} />
        )}
      </p>
    </div>
  )
}
