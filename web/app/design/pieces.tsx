'use client'

import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Notice } from '../../components/notice.tsx'
import { notify } from '../../components/notify.ts'
import { CartSkeleton } from '../../features/cart/cart-skeleton.tsx'
import { ListSkeleton } from '../../features/catalog/list-skeleton.tsx'
import { ProductSkeleton } from '../../features/catalog/product-skeleton.tsx'
import { OrderSkeleton } from '../../features/orders/order-skeleton.tsx'
import { Board, State } from './board.tsx'

const undo = (close: () => void) => (
  <button type="button" onClick={close} className="min-h-8 px-2 font-medium underline underline-offset-4">
    Undo
  </button>
)

export function Pieces() {
  return (
    <>
      <Board title="Notices">
        <div className="flex flex-col gap-4">
          <Notice
            title="Not everything is there any more"
            live
            action={<Button size="small">Take what is left</Button>}
          >
            Turned oak bowl: only 2 left, you want 3
          </Notice>
          <Notice title="One thing to correct" live />
        </div>
      </Board>
      <Board title="Toasts">
        <div className="flex flex-wrap gap-3">
          <Button
            look="quiet"
            size="small"
            onClick={() =>
              notify({ title: 'Nothing added', description: 'You already have all there is: 3.' })
            }
          >
            Words alone
          </Button>
          <Button
            look="quiet"
            size="small"
            onClick={() => notify({ title: 'Removed', description: 'Turned oak bowl', action: undo })}
          >
            With a way back
          </Button>
          <Button
            look="quiet"
            size="small"
            onClick={() => notify({ title: 'You have been signed out', lasting: true })}
          >
            Until it is closed
          </Button>
        </div>
      </Board>
      <Board title="Nothing there">
        <EmptyState title="Your cart is empty" action={<Button>See what is in stock</Button>}>
          What you add is kept on this device.
        </EmptyState>
      </Board>
      <Board title="On the way">
        <div className="flex flex-col gap-8">
          <State name="spinner">
            <span className="spinner" />
          </State>
          <CartSkeleton />
          <OrderSkeleton />
          <ProductSkeleton />
          <ListSkeleton />
        </div>
      </Board>
    </>
  )
}
