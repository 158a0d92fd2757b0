import { pageSizeMax, searchLengthMax } from '@onhand/contract/limits'
import { type ProductSort, productSorts } from '@onhand/contract/product-sorts'
import type { ProductListQuery } from '../../lib/api.ts'

/** Products on one page of the list: whole rows of two, three and four. */
export const listPageSize = 24
/** As many products as an address can ask for; more come one page at a time. */
const shownMax = Math.floor(pageSizeMax / listPageSize) * listPageSize

/** What the shopper asked the list for; stands in the address. */
export interface ListFilter {
  q?: string
  category?: string
  inStock?: true
  sort?: ProductSort
}

export type SearchParams = Record<string, string | string[] | undefined>

/** Reads the address. What makes no sense there is passed over: an old link still shows the shop. */
export function parseListFilter(params: SearchParams, categories: readonly string[]): ListFilter {
  const q = first(params.q)?.trim().slice(0, searchLengthMax)
  const category = first(params.category)
  const sort = productSorts.find((known) => known === first(params.sort))
  return {
    ...(q && { q }),
    ...(category && categories.includes(category) && { category }),
    ...(first(params.inStock) === 'true' && { inStock: true as const }),
    ...(sort && { sort }),
  }
}

/** How many products the address asks for: whole pages, so that a reload and the way back show what was there. */
export function parseShown(params: SearchParams): number {
  const asked = Number(first(params.show))
  return asked > 0 ? wholePages(asked) : listPageSize
}

function wholePages(shown: number): number {
  return Math.min(Math.ceil(shown / listPageSize) * listPageSize, shownMax)
}

/** The address of the list with this filter and, unless it is the first page alone, as many products. */
export function listHref(filter: ListFilter, shown = listPageSize): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) search.set(name, String(value))
  if (shown > listPageSize) search.set('show', String(wholePages(shown)))
  return search.size > 0 ? `/?${search}` : '/'
}

/** The first `shown` products, in whole pages. */
export function listRequest(filter: ListFilter, shown: number): ProductListQuery {
  return { ...filter, limit: wholePages(shown), count: true }
}

/** The page of products behind the cursor. */
export function nextPageRequest(filter: ListFilter, cursor: string): ProductListQuery {
  return { ...filter, limit: listPageSize, cursor }
}

export function without(filter: ListFilter, name: keyof ListFilter): ListFilter {
  const { [name]: _, ...others } = filter
  return others
}

export function isFiltered({ q, category, inStock }: ListFilter): boolean {
  return Boolean(q || category || inStock)
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}
