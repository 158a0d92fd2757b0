'use client'

import type { Category } from '@onhand/contract/catalog'
import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useTransition } from 'react'
import { listTexts } from '#messages/list.ts'
import { Button } from '../../components/button.tsx'
import { CategoryLinks } from './category-links.tsx'
import { type ListFilter, listHref, parseListFilter } from './list-query.ts'
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
  const form = useRef<HTMLFormElement>(null)

  function apply(): void {
    if (!form.current) return
    const href = listHref(filterOf(form.current, categories))
    startTransition(() => router.push(href, { scroll: false }))
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    apply()
  }

  return (
    <div className="flex flex-col gap-4 border-line border-y py-4">
      <CategoryLinks filter={filter} categories={categories} />
      <form ref={form} action="/" onSubmit={submit} className="flex flex-wrap items-center gap-x-6 gap-y-3">
        {filter.category && <input type="hidden" name="category" value={filter.category} />}
        {filter.q && <input type="hidden" name="q" value={filter.q} />}
        <label className="inline-flex min-h-10 items-center gap-2 text-sm pointer-coarse:min-h-11">
          <input
            key={String(filter.inStock)}
            type="checkbox"
            name="inStock"
            value="true"
            defaultChecked={filter.inStock ?? false}
            onChange={apply}
            className="checkbox"
          />
          {listTexts.inStockOnly}
        </label>
        <label className="inline-flex min-h-10 items-center gap-2 text-sm ml-auto pointer-coarse:min-h-11">
          {pending && <span aria-hidden className="spinner" />}
          <span className="text-soft max-sm:sr-only">{listTexts.sort}</span>
          <select
            key={filter.sort}
            name="sort"
            defaultValue={filter.sort ?? ''}
            onChange={apply}
            className="select h-10 rounded-control border border-line-strong bg-paper pr-9 pl-3 text-sm hover:border-ink pointer-coarse:h-11"
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

function filterOf(form: HTMLFormElement, categories: Category[]): ListFilter {
  const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
  return parseListFilter(
    fields,
    categories.map(({ name }) => name),
  )
}
