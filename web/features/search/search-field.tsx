'use client'

import { Search } from 'lucide-react'
import dynamic from 'next/dynamic'
import { Suspense } from 'react'
import { searchTexts } from '#messages/search.ts'
import { FollowAddress } from './follow-address.tsx'
import { useSearch } from './use-search.ts'

/** Loaded when the first suggestions are there. */
const SuggestionList = dynamic(() => import('./suggestion-list.tsx'))

/** The search in the header, where there is room for it. A plain GET form until JavaScript is there. */
export function SearchField() {
  const { form, input, shown, setText, hrefs, active, listId, leave } = useSearch()
  return (
    <form {...form} className="relative w-full max-w-md max-sm:hidden">
      <Search
        aria-hidden
        size={16}
        className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-soft"
      />
      <input
        {...input}
        placeholder={searchTexts.searchTheShop}
        className="h-10 w-full rounded-control border border-line-strong bg-transparent pr-3 pl-9 text-sm placeholder:text-soft hover:border-ink pointer-coarse:h-11 pointer-coarse:text-base"
      />
      <Suspense>
        <FollowAddress onQuery={setText} />
      </Suspense>
      {shown && (
        // The field keeps the focus while the mouse is on the list.
        // biome-ignore lint/a11y/noStaticElementInteractions: as above
        <div
          onMouseDown={(event) => event.preventDefault()}
          className="absolute top-full right-0 left-0 mt-2 max-h-[calc(100dvh-6rem)] min-w-88 overflow-y-auto rounded-tile border border-line bg-raised p-2 shadow-(--shadow)"
        >
          <SuggestionList id={listId} suggestions={shown} hrefs={hrefs} active={active} onChosen={leave} />
        </div>
      )}
    </form>
  )
}
