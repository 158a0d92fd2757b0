'use client'

import type { Order } from '@onhand/contract/orders'
import { useQueries, useQuery } from '@tanstack/react-query'
import { orderTexts } from '#messages/orders.tsx'
import { Button, ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { showOrder } from '../../lib/api.ts'
import { isRefusal } from '../../lib/api-errors.ts'
import { withNext } from '../../lib/next-path.ts'
import { usePerson } from '../accounts/use-person.ts'
import { productQuery } from '../catalog/product-query.ts'
import { BuyAgain } from './buy-again.tsx'
import { orderFreshMs, orderKey } from './order-keys.ts'
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
    // What is nobody's of theirs does not become it.
    refetchInterval: ({ state }) => (state.data ? orderFreshMs : false),
    refetchOnWindowFocus: 'always',
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
        <p className="mb-6 text-warn">{orderTexts.noScript}</p>
      </noscript>
      <div className="noscript:hidden">
        <OrderSkeleton />
      </div>
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
          {orderTexts.allOrders}
        </ButtonLink>
      </div>
    </OrderView>
  )
}

function NotForGuests({ id }: { id: string }) {
  return (
    <EmptyState
      level="h1"
      title={orderTexts.noOrder}
      action={
        <>
          <ButtonLink href={withNext('/sign-in', `/orders/${encodeURIComponent(id)}`)}>
            {orderTexts.signIn}
          </ButtonLink>
          <ButtonLink href="/" look="quiet">
            {orderTexts.backToShop}
          </ButtonLink>
        </>
      }
    >
      {orderTexts.noOrderForGuest}
    </EmptyState>
  )
}

function NotTheirs() {
  return (
    <EmptyState
      level="h1"
      title={orderTexts.noOrder}
      action={<ButtonLink href="/account/orders">{orderTexts.orders}</ButtonLink>}
    >
      {orderTexts.notYours}
    </EmptyState>
  )
}

function Unreachable({ retry }: { retry: () => void }) {
  return (
    <EmptyState
      level="h1"
      title={orderTexts.noAnswer}
      action={<Button onClick={retry}>{orderTexts.tryAgain}</Button>}
    >
      {orderTexts.orderFailed}
    </EmptyState>
  )
}
