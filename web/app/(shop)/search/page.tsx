import { searchLengthMax } from '@onhand/contract/limits'
import type { Metadata } from 'next'
import { pageTexts } from '#messages/pages.ts'
import { Button } from '../../../components/button.tsx'

export const metadata: Metadata = { title: pageTexts.search, robots: { index: false } }

/** The search as a plain form, for phones without JavaScript; with it a sheet opens instead. */
export default function SearchPage() {
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
