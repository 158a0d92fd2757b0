'use client'

import type { Order } from '@onhand/contract/orders'
import { useQueries, useQuery } from '@tanstack/react-query'
import { Button, ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { showOrder } from '../../lib/api.ts'
import { isRefusal } from '../../lib/api-errors.ts'
import { withNext } from '../../lib/next-path.ts'
import { usePerson } from '../accounts/use-person.ts'
import { productQuery } from '../catalog/product-query.ts'
import { BuyAgain } from './buy-again.tsx'
import { orderKey } from './order-keys.ts'
import { OrderSkeleton } from './order-skeleton.tsx'
import { OrderView } from './order-view.tsx'
import { orderTitle } from './order-words.ts'
import { PrintReceipt } from './print-receipt.tsx'

/** An order that is opened without its token, for whom it belongs to. */
export function OwnOrder({ id }: { id: string }) {
  const known = usePerson({ certain: true })
  const shopper = known.state === 'known' ? known.person.id : undefined
  const query = useQuery({
    queryKey: orderKey(shopper, id),
    queryFn: () => showOrder(id, { shopper }),
    enabled: shopper !== undefined,
  })
  if (query.data) return <Found order={query.data} />
  if (known.state === 'guest') return <NotForGuests id={id} />
  if (isRefusal(query.error, 'order_not_found')) return <NotTheirs />
  if (query.isError || known.state === 'unreachable') {
    return <Unreachable retry={known.state === 'unreachable' ? known.retry : () => void query.refetch()} />
  }
  return (
    <>
      <noscript>
        <p className="mb-6 text-warn">
          Without the secret part of its address, an order is shown only to whoever is signed in; that needs
          JavaScript.
        </p>
      </noscript>
      <OrderSkeleton />
    </>
  )
}

function Found({ order }: { order: Order }) {
  const queries = useQueries({ queries: order.items.map(({ productId }) => productQuery(productId)) })
  const products = new Map(queries.flatMap(({ data }) => (data ? [[data.id, data]] : [])))
  return (
    <OrderView order={order} title={orderTitle(order, Date.now())} products={products}>
      <BuyAgain order={order} />
      <div className="flex flex-wrap gap-3">
        <PrintReceipt />
        <ButtonLink href="/account/orders" look="quiet">
          All your orders
        </ButtonLink>
      </div>
    </OrderView>
  )
}

function NotForGuests({ id }: { id: string }) {
  return (
    <EmptyState
      level="h1"
      title="No order at this address"
      action={
        <>
          <ButtonLink href={withNext('/sign-in', `/orders/${encodeURIComponent(id)}`)}>Sign in</ButtonLink>
          <ButtonLink href="/" look="quiet">
            Back to the shop
          </ButtonLink>
        </>
      }
    >
      If it is in your account, sign in to see it. A guest’s order is opened by the secret part of its
      address, from “orders” to the very end.
    </EmptyState>
  )
}

function NotTheirs() {
  return (
    <EmptyState
      level="h1"
      title="No order at this address"
      action={<ButtonLink href="/account/orders">Your orders</ButtonLink>}
    >
      It is none of yours, or its address was not copied whole.
    </EmptyState>
  )
}

function Unreachable({ retry }: { retry: () => void }) {
  return (
    <EmptyState
      level="h1"
      title="The shop did not answer"
      action={<Button onClick={retry}>Try again</Button>}
    >
      Only this page could not be loaded; your order may well be there.
    </EmptyState>
  )
}
