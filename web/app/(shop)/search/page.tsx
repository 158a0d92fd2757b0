import { searchLengthMax } from '@onhand/contract/limits'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { pageTexts } from '#messages/pages.ts'
import { Button } from '../../../components/button.tsx'
import { listHref, parseListFilter, type SearchParams } from '../../../features/catalog/list-query.ts'

export const metadata: Metadata = { title: pageTexts.search, robots: { index: false } }

/** The search as a plain form, for phones without JavaScript; with it a sheet opens instead. */
export default async function SearchPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  // Elsewhere this is where results stand; here they stand in the list.
  const { q } = parseListFilter(await searchParams, [])
  if (q) redirect(listHref({ q }))
  return (
    <>
      <h1 className="text-4xl sm:text-5xl">{pageTexts.search}</h1>
      <search>
        <form action="/" className="mt-8 flex max-w-xl flex-wrap gap-3">
          <input
            type="search"
            name="q"
            aria-label={pageTexts.searchFor}
            maxLength={searchLengthMax}
            enterKeyHint="search"
            className="h-12 min-w-0 flex-1 basis-56 rounded-control border border-line-strong bg-raised px-4 hover:border-ink"
          />
          <Button type="submit">{pageTexts.search}</Button>
        </form>
      </search>
    </>
  )
}
