'use client'

import type { Order, OrderItem } from '@onhand/contract/orders'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { orderTexts } from '#messages/orders.tsx'
import { Button } from '../../components/button.tsx'
import { Link } from '../../components/link.tsx'
import { isRefusal } from '../../lib/api-errors.ts'
import { cart } from '../cart/cart-store.ts'
import { productQuery } from '../catalog/product-query.ts'
import { buyAgain, type Found, type Outcome } from './buy-again-plan.ts'

interface BuyAgainProps {
  order: Order
  size?: 'small' | 'medium'
  /** What tells one such button from the next, for whoever does not see where it stands. */
  about?: string
}

/** Puts what was ordered into the cart once more, as far as it is in stock, and says what was not. */
export function BuyAgain({ order, size = 'medium', about }: BuyAgainProps) {
  const findAll = useStockNow()
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>()

  async function go(): Promise<void> {
    setBusy(true)
    const found = await findAll(order.items)
    cart.change((lines) => {
      const filled = buyAgain(lines, order.items, found)
      setOutcome(filled.outcome)
      return filled.lines
    })
    setBusy(false)
  }

  return (
    <div className="flex flex-col items-start gap-3">
      <Button look="quiet" size={size} disabled={busy} onClick={() => void go()}>
        {busy && <span aria-hidden className="spinner" />}
        {orderTexts.buyAgain}
        {about !== undefined && <span className="sr-only">: {about}</span>}
      </Button>
      <div role="status" className="empty:hidden">
        {outcome && <OutcomeWords outcome={outcome} />}
      </div>
    </div>
  )
}

function OutcomeWords({ outcome: { added, missing } }: { outcome: Outcome }) {
  return (
    <div className="flex flex-col gap-2 text-sm wrap-anywhere">
      <p>
        {added === 0
          ? orderTexts.nothingAddedAgain
          : orderTexts.addedAgain(
              added,
              <Link href="/cart" className="link">
                {orderTexts.viewCart}
              </Link>,
            )}
      </p>
      {missing.length > 0 && (
        <ul className="list-disc pl-5 text-warn">
          {missing.map(({ productId, words }) => (
            <li key={productId}>{words}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Asks the shop for the stock of all these products, whatever the page has known of them. */
function useStockNow() {
  const queryClient = useQueryClient()
  return async (items: readonly OrderItem[]): Promise<Found> => {
    const entries = items.map(async ({ productId }) => {
      const stock = await queryClient.fetchQuery({ ...productQuery(productId), staleTime: 0 }).then(
        (product) => product.stock,
        (error: unknown) => (isRefusal(error, 'product_not_found') ? 0 : undefined),
      )
      return [productId, stock] as const
    })
    return new Map(await Promise.all(entries))
  }
}
