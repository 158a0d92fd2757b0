import { Price } from '../../components/price.tsx'
import { ProductPicture } from '../../components/product-picture.tsx'
import { count } from '../../lib/locale.ts'
import { nothingYet } from '../cart/nothing-yet.ts'
import { ShortageNote } from '../cart/shortage-note.tsx'
import { type CartEntry, piecesToHave } from '../cart/use-cart-contents.ts'
import { StockFigure } from '../inventory/stock-figure.tsx'

/** What is being bought. */
export function CheckoutLines({ entries }: { entries: CartEntry[] }) {
  return (
    <ul className="border-line border-t">
      {entries.map((entry) => (
        <CheckoutLine key={entry.line.productId} entry={entry} />
      ))}
    </ul>
  )
}

function CheckoutLine({ entry }: { entry: CartEntry }) {
  const { line, product, available, state } = entry
  const toHave = piecesToHave(entry)
  const short = available !== undefined && available < line.quantity
  return (
    <li
      data-testid="checkout-line"
      className="grid grid-cols-[64px_1fr_auto] items-start gap-x-4 gap-y-2 border-line border-b py-4 last:border-b-0"
    >
      {state === 'loading' ? (
        <div className="skeleton aspect-square rounded-tile" />
      ) : (
        <ProductPicture image={product?.image ?? null} name={line.name} decorative eager />
      )}
      <div className="min-w-0">
        <h3 className="text-lg wrap-anywhere">{line.name}</h3>
        <p className="text-sm text-soft tabular-nums">
          {count(line.quantity)}
          {product && (
            <>
              {' × '}
              <Price amount={product.price} currency={product.currency} />
            </>
          )}
        </p>
        {product && !short && <StockFigure product={product} />}
        {state === 'loading' && <p className="stock">{nothingYet}</p>}
      </div>
      <p className="min-w-16 text-right font-medium">
        {product && toHave > 0 && <Price amount={product.price * toHave} currency={product.currency} />}
      </p>
      {short && (
        <div className="col-span-2 col-start-2">
          <ShortageNote line={line} available={available} gone={state === 'gone'} />
        </div>
      )}
    </li>
  )
}
