'use client'

import { emailLengthMax } from '@onhand/contract/limits'
import { orderNumber } from '@onhand/contract/order-number'
import { type AdminOrder, orderStatuses } from '@onhand/contract/orders'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { adminOrderTexts } from '#messages/admin-orders.tsx'
import { roomTexts } from '#messages/admin-room.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Link } from '../../components/link.tsx'
import { Price } from '../../components/price.tsx'
import { LocalTime } from '../orders/local-time.tsx'
import { listAllOrders } from './admin-api.ts'
import { ListEnd } from './list-end.tsx'
import { ordersKey } from './order-keys.ts'
import { OrderStatus } from './order-status.tsx'
import { buyerWords, piecesWords, statusWords } from './order-words.ts'
import { RowsSkeleton } from './rows-skeleton.tsx'
import { SearchBox } from './search-box.tsx'
import { cellLook, figureLook, rowLook, tableHeadLook, tableLook } from './table-look.ts'
import { useAddress } from './use-address.ts'

/** All orders, newest first. */
export function OrderList() {
  const address = useAddress()
  const q = address.get('q')
  const status = orderStatuses.find((one) => one === address.get('status')) ?? ''
  const pages = useInfiniteQuery({
    queryKey: [...ordersKey, q, status],
    queryFn: ({ pageParam: cursor }) => listAllOrders({ q, status, cursor }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    // Orders come in while one looks elsewhere.
    staleTime: 0,
  })
  const orders = pages.data?.pages.flatMap((page) => page.orders)
  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-4xl">{adminOrderTexts.orders}</h1>
      <div className="flex flex-wrap items-center gap-4">
        <SearchBox
          label={adminOrderTexts.search}
          lengthMax={emailLengthMax}
          pending={pages.isPlaceholderData}
        />
        <label className="inline-flex items-center gap-2 text-sm">
          <span className="text-soft">{adminOrderTexts.statusLabel}</span>
          <select
            value={status}
            onChange={(event) => address.set('status', event.target.value)}
            className="select h-11 rounded-control border border-line-strong bg-paper pr-9 pl-3 text-sm hover:border-ink"
          >
            <option value="">{adminOrderTexts.all}</option>
            {orderStatuses.map((one) => (
              <option key={one} value={one}>
                {statusWords[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {pages.isPending && <RowsSkeleton label={adminOrderTexts.loadingList} heading={false} />}
      {orders?.length === 0 && (
        <EmptyState title={q === '' && status === '' ? adminOrderTexts.noneYet : adminOrderTexts.noneFits}>
          {q === '' && status === '' ? adminOrderTexts.noneYetWhy : adminOrderTexts.noneFitsWhy}
        </EmptyState>
      )}
      {orders && orders.length > 0 && (
        <table className={tableLook}>
          <caption className="sr-only">{adminOrderTexts.caption}</caption>
          <thead className={tableHeadLook}>
            <tr>
              <th scope="col">{adminOrderTexts.columns.order}</th>
              <th scope="col">{adminOrderTexts.columns.when}</th>
              <th scope="col">{adminOrderTexts.columns.who}</th>
              <th scope="col">{adminOrderTexts.columns.pieces}</th>
              <th scope="col" className={figureLook}>
                {adminOrderTexts.columns.total}
              </th>
              <th scope="col">{adminOrderTexts.columns.status}</th>
            </tr>
          </thead>
          <tbody className="max-md:block">
            {orders.map((order) => (
              <OrderRow key={order.id} order={order} />
            ))}
          </tbody>
        </table>
      )}
      <ListEnd pages={pages} texts={roomTexts.lists.orders} />
    </div>
  )
}

function OrderRow({ order }: { order: AdminOrder }) {
  return (
    <tr className={`${rowLook} max-md:grid max-md:grid-cols-[1fr_auto] max-md:gap-x-4 max-md:gap-y-1`}>
      <th scope="row" className={`${cellLook} font-medium max-md:col-span-2`}>
        <Link
          href={`/admin/orders/${encodeURIComponent(order.id)}`}
          className="link inline-flex min-h-6 items-center whitespace-nowrap tabular-nums"
        >
          {orderNumber(order.id)}
        </Link>
      </th>
      <td className={`${cellLook} text-soft max-md:col-span-2`}>
        <LocalTime at={order.createdAt} />
      </td>
      <td className={`${cellLook} md:min-w-40 wrap-anywhere max-md:row-start-3`}>{buyerWords(order)}</td>
      <td className={`${cellLook} whitespace-nowrap max-md:row-start-4 max-md:text-soft`}>
        {piecesWords(order)}
      </td>
      <td className={`${cellLook} ${figureLook} max-md:row-start-4 max-md:text-right`}>
        <Price amount={order.total} currency={order.currency} />
      </td>
      <td className={`${cellLook} max-md:row-start-3 max-md:text-right`}>
        <OrderStatus status={order.status} />
      </td>
    </tr>
  )
}
