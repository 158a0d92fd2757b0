'use client'

import { orderNumber } from '@onhand/contract/order-number'
import type { Order } from '@onhand/contract/orders'
import { useInfiniteQuery } from '@tanstack/react-query'
import { orderTexts } from '#messages/orders.tsx'
import { Button, ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Link } from '../../components/link.tsx'
import { Price } from '../../components/price.tsx'
import { listOrders } from '../../lib/api.ts'
import { ForShoppers } from '../accounts/for-shoppers.tsx'
import { BuyAgain } from './buy-again.tsx'
import { LocalTime } from './local-time.tsx'
import { OrderHistorySkeleton } from './order-history-skeleton.tsx'
import { ordersKey } from './order-keys.ts'
import { orderSummary } from './order-words.ts'

/** All orders of whoever is signed in, newest first. */
export function OrderHistory() {
  return (
    <ForShoppers skeleton={<OrderHistorySkeleton />}>{({ id }) => <OrdersOf shopper={id} />}</ForShoppers>
  )
}

function OrdersOf({ shopper }: { shopper: string }) {
  const query = useInfiniteQuery({
    queryKey: ordersKey(shopper),
    queryFn: ({ pageParam }) => listOrders(shopper, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
  if (query.isPending) return <OrderHistorySkeleton />
  if (!query.data) {
    return (
      <EmptyState
        title={orderTexts.noAnswer}
        action={<Button onClick={() => void query.refetch()}>{orderTexts.tryAgain}</Button>}
      >
        {orderTexts.ordersFailed}
      </EmptyState>
    )
  }
  const orders = query.data.pages.flatMap((page) => page.orders)
  if (orders.length === 0) {
    return (
      <EmptyState
        title={orderTexts.noneTitle}
        action={<ButtonLink href="/">{orderTexts.seeStock}</ButtonLink>}
      >
        {orderTexts.none}
      </EmptyState>
    )
  }
  return (
    <>
      <ul className="border-line border-t">
        {orders.map((order) => (
          <OrderRow key={order.id} order={order} />
        ))}
      </ul>
      {query.hasNextPage && (
        <div className="mt-10 flex flex-col items-center gap-3">
          <Button look="quiet" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {query.isFetchingNextPage && <span aria-hidden className="spinner" />}
            {query.isFetchingNextPage ? orderTexts.loading : orderTexts.showOlder}
          </Button>
          {query.isFetchNextPageError && (
            <p role="alert" className="text-sm text-warn">
              {orderTexts.moreFailed}
            </p>
          )}
        </div>
      )}
    </>
  )
}

function OrderRow({ order }: { order: Order }) {
  const summary = orderSummary(order)
  return (
    <li className="grid grid-cols-[1fr_auto] gap-x-8 gap-y-3 border-line border-b py-6 sm:grid-cols-[9rem_1fr_auto]">
      <div className="flex flex-col gap-1 text-sm text-soft sm:pt-1">
        <p>
          <LocalTime at={order.createdAt} dateOnly />
        </p>
        <p className="tabular-nums">{orderTexts.orderNumber(orderNumber(order.id))}</p>
      </div>
      <div className="flex min-w-0 flex-col gap-3 max-sm:order-last max-sm:col-span-2">
        <h2 className="text-xl text-pretty wrap-anywhere">
          <Link
            href={`/orders/${encodeURIComponent(order.id)}`}
            className="decoration-1 underline-offset-4 hover:underline"
          >
            {summary}
          </Link>
        </h2>
        {order.status === 'cancelled' && <p className="text-sm text-warn">{orderTexts.cancelled}</p>}
        <BuyAgain order={order} size="small" about={summary} />
      </div>
      <Price amount={order.total} currency={order.currency} className="font-medium sm:pt-1" />
    </li>
  )
}
