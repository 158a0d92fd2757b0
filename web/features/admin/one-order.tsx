'use client'

import { orderNumber } from '@onhand/contract/order-number'
import type { AdminOrder, OrderItem } from '@onhand/contract/orders'
import { useQuery } from '@tanstack/react-query'
import { adminOrderTexts } from '#messages/admin-orders.tsx'
import { Button, ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Link } from '../../components/link.tsx'
import { Price } from '../../components/price.tsx'
import { isRefusal } from '../../lib/api-errors.ts'
import { count } from '../../lib/locale.ts'
import { LocalTime } from '../orders/local-time.tsx'
import { showAnyOrder } from './admin-api.ts'
import { BackLink } from './back-link.tsx'
import { Cancellation } from './cancellation.tsx'
import { failureWords } from './failure-words.ts'
import { orderKey } from './order-keys.ts'
import { OrderStatus } from './order-status.tsx'
import { buyerWords } from './order-words.ts'
import { RowsSkeleton } from './rows-skeleton.tsx'

/** One order, and the way to cancel it. */
export function OneOrder({ id }: { id: string }) {
  const {
    data: order,
    error,
    refetch,
  } = useQuery({ queryKey: orderKey(id), queryFn: () => showAnyOrder(id) })
  const isMissing = isRefusal(error, 'order_not_found')
  if (order) return <OrderRoom order={order} />
  if (!error) return <RowsSkeleton label={adminOrderTexts.loading} />
  return (
    <EmptyState
      level="h1"
      title={isMissing ? adminOrderTexts.noSuch : adminOrderTexts.failed}
      action={
        isMissing ? (
          <ButtonLink href="/admin/orders">{adminOrderTexts.allOrders}</ButtonLink>
        ) : (
          <Button onClick={() => void refetch()}>{adminOrderTexts.tryAgain}</Button>
        )
      }
    >
      {isMissing ? adminOrderTexts.mistyped : failureWords(error)}
    </EmptyState>
  )
}

function OrderRoom({ order }: { order: AdminOrder }) {
  const { currency } = order
  return (
    <div className="flex max-w-3xl flex-col gap-8">
      <header className="flex flex-col gap-3">
        <BackLink href="/admin/orders">{adminOrderTexts.orders}</BackLink>
        <h1 className="text-3xl tabular-nums">{adminOrderTexts.orderNumber(orderNumber(order.id))}</h1>
        <p className="flex flex-wrap items-center gap-3 text-sm text-soft">
          <OrderStatus status={order.status} />
          <LocalTime at={order.createdAt} />
        </p>
      </header>
      <dl className="grid gap-4 border-line border-y py-5 text-sm sm:grid-cols-2">
        <div>
          <dt className="text-soft">{adminOrderTexts.who}</dt>
          <dd className="wrap-anywhere">{buyerWords(order)}</dd>
        </div>
        <div>
          <dt className="text-soft">{adminOrderTexts.email}</dt>
          <dd className="wrap-anywhere">{order.email ?? adminOrderTexts.noEmail}</dd>
        </div>
      </dl>
      <section aria-label={adminOrderTexts.bought}>
        <ul className="border-line border-t">
          {order.items.map((item) => (
            <Line key={item.productId} item={item} currency={currency} />
          ))}
        </ul>
        <p className="flex items-baseline justify-between gap-4 py-4">
          <span>{adminOrderTexts.total}</span>
          <Price amount={order.total} currency={currency} className="font-display text-2xl" />
        </p>
      </section>
      <Cancellation order={order} />
    </div>
  )
}

function Line({ item, currency }: { item: OrderItem; currency: string }) {
  return (
    <li className="flex items-center justify-between gap-4 border-line border-b py-3">
      <div className="min-w-0">
        <h2 className="wrap-anywhere text-lg">
          <Link href={`/admin/products/${item.productId}`} className="underline-offset-4 hover:underline">
            {item.name}
          </Link>
        </h2>
        <p className="text-sm text-soft tabular-nums">
          {count(item.quantity)} × <Price amount={item.unitPrice} currency={currency} />
        </p>
      </div>
      <Price amount={item.total} currency={currency} className="font-medium" />
    </li>
  )
}
