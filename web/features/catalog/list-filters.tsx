'use client'

import { productSorts } from '@onhand/contract/product-sorts'
import { useRouter } from 'next/navigation'
import { useOptimistic, useTransition } from 'react'
import { listTexts } from '#messages/list.ts'
import { Button } from '../../components/button.tsx'
import { CategoryLinks } from './category-links.tsx'
import { type ListFilter, listHref, without } from './list-query.ts'
import { type ServedCategories, useCategories } from './use-categories.ts'

const sortLabels = [
  ['', listTexts.sorts.own],
  ['newest', listTexts.sorts.newest],
  ['name', listTexts.sorts.name],
  ['price', listTexts.sorts.price],
  ['-price', listTexts.sorts['-price']],
] as const

interface ListFiltersProps {
  filter: ListFilter
  /** As the page was made with them. */
  served: ServedCategories
}

/** Category, in stock and order. A plain GET form until JavaScript is there to apply them as they change. */
export function ListFilters({ filter, served }: ListFiltersProps) {
  const categories = useCategories(served)
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  // Shown at once and in the same controls, so that the keyboard's focus stays where it is.
  const [chosen, showChosen] = useOptimistic(filter)

  function apply(next: ListFilter): void {
    startTransition(() => {
      showChosen(next)
      router.push(listHref(next), { scroll: false })
    })
  }

  function chooseInStock(only: boolean): void {
    apply(only ? { ...chosen, inStock: true } : without(chosen, 'inStock'))
  }

  function chooseSort(value: string): void {
    const sort = productSorts.find((known) => known === value)
    apply(sort ? { ...chosen, sort } : without(chosen, 'sort'))
  }

  return (
    <div className="flex flex-col gap-4 border-line border-y py-4">
      <CategoryLinks filter={filter} categories={categories} />
      <form
        action="/"
        onSubmit={(event) => event.preventDefault()}
        className="flex flex-wrap items-center gap-x-6 gap-y-3"
      >
        {filter.category && <input type="hidden" name="category" value={filter.category} />}
        {filter.q && <input type="hidden" name="q" value={filter.q} />}
        <label className="inline-flex min-h-10 max-w-full items-center gap-2 max-[18rem]:flex-wrap text-sm pointer-coarse:min-h-11">
          <input
            type="checkbox"
            name="inStock"
            value="true"
            checked={chosen.inStock ?? false}
            onChange={({ target }) => chooseInStock(target.checked)}
            className="checkbox"
          />
          {listTexts.inStockOnly}
        </label>
        <label className="inline-flex min-h-10 max-w-full items-center gap-2 max-[18rem]:flex-wrap text-sm ml-auto pointer-coarse:min-h-11">
          {pending && <span aria-hidden className="spinner" />}
          <span className="text-soft max-sm:sr-only">{listTexts.sort}</span>
          <select
            name="sort"
            value={chosen.sort ?? ''}
            onChange={({ target }) => chooseSort(target.value)}
            className="select h-10 max-w-full rounded-control border border-line-strong bg-paper pr-9 pl-3 text-sm hover:border-ink active:bg-tile pointer-coarse:h-11"
          >
            {sortLabels.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <noscript>
          <Button type="submit" look="quiet" size="small">
            {listTexts.show}
          </Button>
        </noscript>
      </form>
    </div>
  )
}
