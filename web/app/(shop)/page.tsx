import { ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { SkeletonOnNavigation } from '../../components/skeleton-on-navigation.tsx'
import { ListFilters } from '../../features/catalog/list-filters.tsx'
import {
  isFiltered,
  listRequest,
  parseListFilter,
  type SearchParams,
} from '../../features/catalog/list-query.ts'
import { ListSkeleton } from '../../features/catalog/list-skeleton.tsx'
import { RefreshOnCatalogChanges } from '../../features/catalog/refresh-on-catalog-changes.tsx'
import { listCategories, listProducts } from '../../lib/api.ts'
import { ShopList } from './shop-list.tsx'

/** The stock is read anew for every request. */
export const dynamic = 'force-dynamic'

export default function ShopPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return (
    <>
      <h1 className="text-4xl sm:text-5xl lg:text-6xl">Small batches, honestly counted.</h1>
      <p className="mt-4 mb-10 max-w-3xl text-pretty text-lg text-soft">
        Every figure in green is on the shelf right now, and moves the moment anybody buys.
      </p>
      <SkeletonOnNavigation skeleton={<ListSkeleton />}>
        <FilteredList searchParams={searchParams} />
      </SkeletonOnNavigation>
    </>
  )
}

async function FilteredList({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const categories = await listCategories()
  const filter = parseListFilter(
    await searchParams,
    categories.map(({ name }) => name),
  )
  const page = await listProducts(listRequest(filter))
  return (
    <>
      <ListFilters filter={filter} categories={categories} />
      {page.products.length === 0 ? (
        <>
          <RefreshOnCatalogChanges />
          <NothingFound filtered={isFiltered(filter)} q={filter.q} />
        </>
      ) : (
        <div className="mt-10">
          <ShopList filter={filter} page={page} />
        </div>
      )}
    </>
  )
}

function NothingFound({ filtered, q }: { filtered: boolean; q: string | undefined }) {
  if (!filtered)
    return <EmptyState title="The shelves are empty">Nothing is for sale at the moment.</EmptyState>
  return (
    <div className="mt-10">
      <EmptyState
        title={q ? `Nothing found for “${q}”` : 'Nothing fits these filters'}
        action={<ButtonLink href="/">Show everything</ButtonLink>}
      >
        Try another word, another category, or include what is sold out.
      </EmptyState>
    </div>
  )
}
