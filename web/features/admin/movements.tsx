'use client'

import type { AdminProduct } from '@onhand/contract/catalog'
import { orderNumber } from '@onhand/contract/order-number'
import type { StockMovement } from '@onhand/contract/stock-movements'
import { useInfiniteQuery } from '@tanstack/react-query'
import { roomTexts } from '#messages/admin-room.tsx'
import { adminStockTexts } from '#messages/admin-stock.tsx'
import { Button } from '../../components/button.tsx'
import { Link } from '../../components/link.tsx'
import { count } from '../../lib/locale.ts'
import { LocalTime } from '../orders/local-time.tsx'
import { listMovements } from './admin-api.ts'
import { ListEnd } from './list-end.tsx'
import { actorWords, causeWords, reasonWords } from './movement-words.ts'
import { movementsKey } from './product-keys.ts'
import { RowsSkeleton } from './rows-skeleton.tsx'
import { cellLook, figureLook, rowLook, tableHeadLook, tableLook } from './table-look.ts'
import { useOnHand } from './use-on-hand.ts'

/** A product's ledger, newest first. */
export function Movements({ product }: { product: AdminProduct }) {
  const { version } = useOnHand(product)
  const pages = useInfiniteQuery({
    queryKey: movementsKey(product.id),
    queryFn: ({ pageParam: cursor }) => listMovements(product.id, { cursor }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
  const movements = pages.data?.pages.flatMap((page) => page.movements)
  // Every movement raises the version by one.
  const newer = movements ? version - (movements[0]?.version ?? 0) : 0
  return (
    <section id="movements" aria-labelledby="ledger" className="flex flex-col gap-4">
      <h2 id="ledger" className="text-2xl">
        {adminStockTexts.movements}
      </h2>
      {pages.isPending && <RowsSkeleton label={adminStockTexts.loading} heading={false} />}
      {newer > 0 && !pages.isFetching && (
        <Button look="quiet" size="small" className="self-start" onClick={() => void pages.refetch()}>
          {adminStockTexts.showNewer(newer)}
        </Button>
      )}
      {movements?.length === 0 && newer === 0 && <p className="text-soft">{adminStockTexts.none}</p>}
      {movements && movements.length > 0 && (
        <table className={tableLook}>
          <caption className="sr-only">{adminStockTexts.caption(product.name)}</caption>
          <thead className={tableHeadLook}>
            <tr>
              <th scope="col">{adminStockTexts.columns.when}</th>
              <th scope="col">{adminStockTexts.columns.who}</th>
              <th scope="col">{adminStockTexts.columns.why}</th>
              <th scope="col" className={figureLook}>
                {adminStockTexts.columns.change}
              </th>
              <th scope="col" className={figureLook}>
                {adminStockTexts.columns.level}
              </th>
              <th scope="col">{adminStockTexts.columns.note}</th>
            </tr>
          </thead>
          <tbody className="max-md:block">
            {movements.map((movement) => (
              <MovementRow key={movement.version} movement={movement} />
            ))}
          </tbody>
        </table>
      )}
      <ListEnd pages={pages} texts={roomTexts.lists.movements} />
    </section>
  )
}

function MovementRow({ movement }: { movement: StockMovement }) {
  const { stockBefore, stockAfter, delta, reason, note, cause, createdAt } = movement
  return (
    <tr className={`${rowLook} max-md:grid max-md:grid-cols-[1fr_auto] max-md:gap-x-4 max-md:gap-y-1`}>
      <td className={`${cellLook} text-soft max-md:col-span-2`}>
        <LocalTime at={createdAt} />
      </td>
      <td className={`${cellLook} md:min-w-40 wrap-anywhere max-md:row-start-3`}>{actorWords(movement)}</td>
      <td className={`${cellLook} max-md:row-start-2 max-md:font-medium`}>{reasonWords[reason]}</td>
      <td
        className={`${cellLook} ${figureLook} font-medium tabular-nums max-md:row-start-2 max-md:text-right`}
      >
        {adminStockTexts.change(delta)}
      </td>
      <td className={`${cellLook} ${figureLook} tabular-nums max-md:row-start-3 max-md:text-right`}>
        {count(stockBefore)} <span aria-hidden>→</span>
        <span className="sr-only">{adminStockTexts.to}</span> {count(stockAfter)}
      </td>
      <td className={`${cellLook} wrap-anywhere text-soft max-md:col-span-2`}>
        {note && <span className="block text-ink">{note}</span>}
        <Cause cause={cause} />
      </td>
    </tr>
  )
}

function Cause({ cause }: { cause: string }) {
  if (!cause.startsWith('ord_')) return causeWords(cause)
  return (
    <Link
      href={`/admin/orders/${encodeURIComponent(cause)}`}
      className="link inline-flex min-h-6 items-center"
    >
      {adminStockTexts.ofOrder(orderNumber(cause))}
    </Link>
  )
}
