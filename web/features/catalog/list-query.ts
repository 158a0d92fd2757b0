import { type ProductSort, productSorts } from '@onhand/contract/catalog'
import { searchLengthMax } from '@onhand/contract/limits'
import type { ProductListQuery } from '../../lib/api.ts'

/** Products on one page of the list: whole rows of two, three and four. */
const listPageSize = 24

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

/** The address of the list with this filter. */
export function listHref(filter: ListFilter): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) search.set(name, String(value))
  return search.size > 0 ? `/?${search}` : '/'
}

export function listRequest(filter: ListFilter, cursor?: string): ProductListQuery {
  return { ...filter, limit: listPageSize, cursor }
}

export function isFiltered({ q, category, inStock }: ListFilter): boolean {
  return Boolean(q || category || inStock)
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}
