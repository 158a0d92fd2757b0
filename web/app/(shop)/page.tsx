import type { Category } from '@onhand/contract/catalog'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { filterChipTexts } from '#messages/filter-chips.ts'
import { nothingFoundTexts } from '#messages/nothing-found.tsx'
import { pageTexts } from '#messages/pages.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { SkeletonOnNavigation } from '../../components/skeleton-on-navigation.tsx'
import { FilterChips } from '../../features/catalog/filter-chips.tsx'
import { forCards } from '../../features/catalog/for-cards.ts'
import { ListFilters } from '../../features/catalog/list-filters.tsx'
import {
  isFiltered,
  type ListFilter,
  listHref,
  listRequest,
  parseListFilter,
  parseShown,
  type SearchParams,
} from '../../features/catalog/list-query.ts'
import { ListSkeleton } from '../../features/catalog/list-skeleton.tsx'
import { NothingFound } from '../../features/catalog/nothing-found.tsx'
import { RefreshOnCatalogChanges } from '../../features/catalog/refresh-on-catalog-changes.tsx'
import { listCategories, listProducts } from '../../lib/api.ts'
import { publicUrl } from '../../lib/public-url.ts'
import { ShopList } from './shop-list.tsx'

/** The stock is read anew for every request. */
export const dynamic = 'force-dynamic'

interface ShopPageProps {
  searchParams: Promise<SearchParams>
}

/** A category has an address of its own for search engines; searches, filters and orders of it have not. */
export async function generateMetadata({ searchParams }: ShopPageProps): Promise<Metadata> {
  const { category, q } = readAddress(await searchParams)
  const title = q ? filterChipTexts.quoted(q) : category
  return {
    ...(title && { title }),
    alternates: { canonical: publicUrl(listHref(category ? { category } : {})) },
    ...(q && { robots: { index: false } }),
  }
}

export default async function ShopPage({ searchParams }: ShopPageProps) {
  const { q, category } = readAddress(await searchParams)
  return (
    <>
      <h1 className="line-clamp-2 text-4xl max-[18rem]:line-clamp-none wrap-anywhere sm:text-5xl lg:text-6xl">
        {q ? filterChipTexts.quoted(q) : (category ?? pageTexts.listTitle)}
      </h1>
      <p className="mt-4 mb-10 max-w-3xl text-pretty text-lg text-soft">{pageTexts.listLead}</p>
      <SkeletonOnNavigation skeleton={<ListSkeleton />}>
        <FilteredList searchParams={searchParams} />
      </SkeletonOnNavigation>
    </>
  )
}

/** Before it is known which categories there are, since a heading does not wait. */
function readAddress(params: SearchParams): ListFilter {
  return parseListFilter(params, [params.category].flat().slice(0, 1).map(String))
}

async function FilteredList({ searchParams }: ShopPageProps) {
  const [params, known] = await Promise.all([searchParams, listCategories()])
  const { categories } = known
  const filter = parseListFilter(params, categories.map(nameOf))
  // Else the page would be headed by whatever words somebody put into a link.
  if (params.category && !filter.category) redirect(listHref(filter, parseShown(params)))
  const page = await listProducts(listRequest(filter, parseShown(params)))
  return (
    <>
      <ListFilters filter={filter} served={known} />
      <div className="mt-3 mb-7">
        <FilterChips filter={filter} total={page.total ?? page.products.length} />
      </div>
      {page.products.length === 0 ? (
        <>
          <RefreshOnCatalogChanges since={Math.min(page.catalogRevision, known.catalogRevision)} />
          <Nothing filter={filter} categories={categories} />
        </>
      ) : (
        <ShopList
          key={listHref(filter)}
          filter={filter}
          page={{ ...page, products: forCards(page.products) }}
        />
      )}
    </>
  )
}

async function Nothing({ filter, categories }: { filter: ListFilter; categories: Category[] }) {
  if (!isFiltered(filter))
    return <EmptyState title={nothingFoundTexts.emptyTitle}>{nothingFoundTexts.empty}</EmptyState>
  const [elsewhere, onTheShelf] = await Promise.all([
    filter.q && listHref({ q: filter.q }) !== listHref(filter) ? countOf({ q: filter.q }) : 0,
    listProducts({ inStock: true, limit: 4 }),
  ])
  return (
    <NothingFound
      filter={filter}
      categories={categories}
      elsewhere={elsewhere}
      onTheShelf={onTheShelf.products}
    />
  )
}

async function countOf(filter: ListFilter): Promise<number> {
  return (await listProducts({ ...filter, limit: 1, count: true })).total ?? 0
}

function nameOf({ name }: Category): string {
  return name
}
