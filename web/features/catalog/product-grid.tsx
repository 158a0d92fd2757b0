'use client'

import type { Product, ProductPage } from '@onhand/contract/catalog'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { listProducts } from '../../lib/api.ts'
import { afterCatalogChanges } from './after-catalog-changes.ts'
import { type ListFilter, listHref, listRequest } from './list-query.ts'
import { ProductCard } from './product-card.tsx'

/** Cards whose picture is in sight at once on a wide screen. */
const eagerCards = 4

interface ProductGridProps {
  filter: ListFilter
  /** The first page, as it was served. */
  page: ProductPage
  renderAction: (product: Product) => ReactNode
}

/** The list, and more of it on demand. */
export function ProductGrid({ filter, page, renderAction }: ProductGridProps) {
  const { products, more, loading, failed, loadMore } = useMorePages(filter, page)
  return (
    <>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-10 sm:gap-x-6 md:grid-cols-3 lg:gap-x-8 lg:gap-y-14 xl:grid-cols-4">
        {products.map((product, index) => (
          <li key={product.id}>
            <ProductCard product={product} action={renderAction(product)} eager={index < eagerCards} />
          </li>
        ))}
      </ul>
      {more && (
        <div className="mt-16 flex flex-col items-center gap-3 border-line border-t pt-8">
          <Button look="quiet" onClick={loadMore} disabled={loading}>
            {loading && <span aria-hidden className="spinner" />}
            {loading ? 'Loading' : 'Show more'}
          </Button>
          {failed && (
            <p role="alert" className="text-sm text-warn">
              More could not be loaded. Please try again.
            </p>
          )}
        </div>
      )}
    </>
  )
}

/** The served page, and what was loaded after it; that is still there when the shopper comes back to the list. */
function useMorePages(filter: ListFilter, served: ProductPage) {
  const query = useInfiniteQuery({
    queryKey: ['products', listHref(filter)],
    queryFn: ({ pageParam }) => listProducts(listRequest(filter, pageParam)),
    initialPageParam: undefined as string | undefined,
    initialData: { pages: [served], pageParams: [undefined] },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const page = useFirstPage(served, async () => (await query.refetch()).data?.pages[0])
  const later = query.data.pages.slice(1).flatMap(({ products }) => products)
  const products = [...new Map([...page.products, ...later].map((product) => [product.id, product])).values()]
  return {
    products,
    more: query.hasNextPage,
    loading: query.isFetchingNextPage,
    failed: query.isFetchNextPageError,
    loadMore: () => void query.fetchNextPage(),
  }
}

/** The served first page or, once the catalog has changed since, the page as it is then. */
function useFirstPage(served: ProductPage, refetch: () => Promise<ProductPage | undefined>): ProductPage {
  const router = useRouter()
  const [newer, setNewer] = useState({ served, page: served })
  const refetchNow = useEffectEvent(async () => {
    const page = await refetch()
    if (page) setNewer({ served, page })
    // The words for an empty list come from the server.
    if (page?.products.length === 0) router.refresh()
  })
  useEffect(
    () =>
      afterCatalogChanges(
        () => true,
        () => void refetchNow(),
      ),
    [],
  )
  return newer.served === served ? newer.page : served
}
