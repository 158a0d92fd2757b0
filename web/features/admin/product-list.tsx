'use client'

import { searchLengthMax } from '@onhand/contract/limits'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { adminProductTexts } from '#messages/admin-products.tsx'
import { roomTexts } from '#messages/admin-room.tsx'
import { ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { listAllProducts } from './admin-api.ts'
import { ListEnd } from './list-end.tsx'
import { productsKey } from './product-keys.ts'
import { ProductRow } from './product-row.tsx'
import { RowsSkeleton } from './rows-skeleton.tsx'
import { SearchBox } from './search-box.tsx'
import { figureLook, tableHeadLook, tableLook } from './table-look.ts'
import { useAddress } from './use-address.ts'

const pageSize = 50

/** All products with their live stock. */
export function ProductList() {
  const q = useAddress().get('q')
  const pages = useInfiniteQuery({
    queryKey: [...productsKey, q],
    queryFn: ({ pageParam: cursor }) => listAllProducts({ q, limit: pageSize, cursor }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
  const products = pages.data?.pages.flatMap((page) => page.products)
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-4xl">{adminProductTexts.products}</h1>
        <ButtonLink href="/admin/products/new" size="small">
          {adminProductTexts.newProduct}
        </ButtonLink>
      </header>
      <div className="flex">
        <SearchBox
          label={adminProductTexts.search}
          lengthMax={searchLengthMax}
          pending={pages.isPlaceholderData}
        />
      </div>
      {pages.isPending && <RowsSkeleton label={adminProductTexts.loadingList} heading={false} />}
      {products?.length === 0 && <NoProducts q={q} />}
      {products && products.length > 0 && (
        <table className={tableLook}>
          <caption className="sr-only">{adminProductTexts.caption}</caption>
          <thead className={tableHeadLook}>
            <tr>
              <th scope="col">{adminProductTexts.columns.product}</th>
              <th scope="col" className={figureLook}>
                {adminProductTexts.columns.price}
              </th>
              {/* Room for a million, so that no column moves with a figure. */}
              <th scope="col" className="md:w-40">
                {adminProductTexts.columns.stock}
              </th>
              <th scope="col">{adminProductTexts.columns.move}</th>
            </tr>
          </thead>
          {products.map((product) => (
            <ProductRow key={product.id} product={product} />
          ))}
        </table>
      )}
      <ListEnd pages={pages} texts={roomTexts.lists.products} />
    </div>
  )
}

function NoProducts({ q }: { q: string }) {
  if (q !== '')
    return <EmptyState title={adminProductTexts.noneFits}>{adminProductTexts.nothingCalled(q)}</EmptyState>
  return (
    <EmptyState
      title={adminProductTexts.emptyTitle}
      action={<ButtonLink href="/admin/products/new">{adminProductTexts.createFirst}</ButtonLink>}
    >
      {adminProductTexts.empty}
    </EmptyState>
  )
}
