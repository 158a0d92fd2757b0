'use client'

import type { Category } from '@onhand/contract/catalog'
import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useRef, useTransition } from 'react'
import { Button } from '../../components/button.tsx'
import { CategoryLinks } from './category-links.tsx'
import { type ListFilter, listHref, parseListFilter } from './list-query.ts'
import { SearchField } from './search-field.tsx'

const typingPauseMs = 300

const sortLabels = [
  ['', 'Our order'],
  ['newest', 'Newest first'],
  ['name', 'Name'],
  ['price', 'Price, low to high'],
  ['-price', 'Price, high to low'],
] as const

interface ListFiltersProps {
  filter: ListFilter
  categories: Category[]
}

/** Search, category, in stock and order. A plain GET form until JavaScript is there to apply them as they change. */
export function ListFilters({ filter, categories }: ListFiltersProps) {
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined)
  const form = useRef<HTMLFormElement>(null)

  function apply(how: 'push' | 'replace'): void {
    clearTimeout(typing.current)
    if (!form.current) return
    const href = listHref(filterOf(form.current, categories))
    startTransition(() => router[how](href, { scroll: false }))
  }

  function applySoon(): void {
    clearTimeout(typing.current)
    typing.current = setTimeout(() => apply('replace'), typingPauseMs)
  }

  /** A category leads to what the form holds, also when that was typed just now and does not stand in its link yet. */
  function chooseCategory(category: string | undefined, linkHref: string): boolean {
    clearTimeout(typing.current)
    if (!form.current) return false
    const { category: _, ...others } = filterOf(form.current, categories)
    const href = listHref({ ...others, ...(category !== undefined && { category }) })
    if (href === linkHref) return false
    startTransition(() => router.push(href, { scroll: false }))
    return true
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    apply('push')
  }

  useEffect(() => () => clearTimeout(typing.current), [])

  return (
    <div className="flex flex-col gap-4 border-line border-y py-4">
      <CategoryLinks filter={filter} categories={categories} onChoose={chooseCategory} />
      <form ref={form} action="/" onSubmit={submit} className="flex flex-wrap items-center gap-x-6 gap-y-3">
        {filter.category && <input type="hidden" name="category" value={filter.category} />}
        <SearchField value={filter.q ?? ''} onType={applySoon} pending={pending} />
        <label className="inline-flex min-h-10 items-center gap-2 text-sm pointer-coarse:min-h-11">
          <input
            key={String(filter.inStock)}
            type="checkbox"
            name="inStock"
            value="true"
            defaultChecked={filter.inStock ?? false}
            onChange={() => apply('push')}
            className="checkbox"
          />
          In stock only
        </label>
        <label className="inline-flex min-h-10 items-center gap-2 text-sm ml-auto pointer-coarse:min-h-11">
          <span className="text-soft max-sm:sr-only">Sort</span>
          <select
            key={filter.sort}
            name="sort"
            defaultValue={filter.sort ?? ''}
            onChange={() => apply('push')}
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
            Show
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
