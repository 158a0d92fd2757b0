'use client'

import { useEffect } from 'react'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Notice } from '../../components/notice.tsx'
import { notify } from '../../components/notify.ts'
import { nameTopLayer } from '../../components/top-layer.ts'
import { AccountSkeleton } from '../../features/accounts/account-skeleton.tsx'
import { CartSkeleton } from '../../features/cart/cart-skeleton.tsx'
import { EmptyCart } from '../../features/cart/empty-cart.tsx'
import { ListSkeleton } from '../../features/catalog/list-skeleton.tsx'
import { ProductSkeleton } from '../../features/catalog/product-skeleton.tsx'
import { OrderHistorySkeleton } from '../../features/orders/order-history-skeleton.tsx'
import { OrderSkeleton } from '../../features/orders/order-skeleton.tsx'
import { Board, Frame, State } from './board.tsx'

export function Messages() {
  return (
    <>
      {/* First, since axe takes for hidden what is fixed below the window, and then judges their buttons otherwise. */}
      <Board title="Toasts">
        <Toasts />
      </Board>
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
      <Board title="Nothing there">
        <div className="grid gap-6 sm:grid-cols-2">
          <EmptyCart />
          <EmptyState title="You are not signed in" action={<Button>Sign in</Button>}>
            Your orders are kept in your account.
          </EmptyState>
        </div>
      </Board>
    </>
  )
}

export function OnTheWay() {
  return (
    <div className="mt-8 flex flex-col gap-10">
      <State name="spinner">
        <span className="spinner" />
      </State>
      <State name="cart" wide>
        <CartSkeleton />
      </State>
      <State name="order" wide>
        <OrderSkeleton />
      </State>
      <State name="orders" wide>
        <OrderHistorySkeleton />
      </State>
      <State name="account" wide>
        <AccountSkeleton />
      </State>
      <State name="product" wide>
        <ProductSkeleton />
      </State>
      <State name="list" wide>
        <ListSkeleton />
      </State>
    </div>
  )
}

/** All that can be said at once, standing until they are closed. They come up here as they do within a dialog. */
function Toasts() {
  useEffect(() => {
    notify({ id: 'design-words', title: 'You have been signed out', lasting: true })
    notify({
      id: 'design-more-words',
      title: 'Nothing added',
      description: 'You already have all there is: 3.',
      lasting: true,
    })
    notify({
      id: 'design-action',
      title: 'Removed',
      description: 'Turned oak bowl',
      action: undo,
      lasting: true,
    })
  }, [])
  return (
    <Frame heightPx={320}>
      <div ref={nameTopLayer} />
    </Frame>
  )
}

const undo = (close: () => void) => (
  <button type="button" onClick={close} className="min-h-8 px-2 font-medium underline underline-offset-4">
    Undo
  </button>
)
