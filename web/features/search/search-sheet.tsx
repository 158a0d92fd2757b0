'use client'

import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { searchTexts } from '#messages/search.ts'
import { suggestionTexts } from '#messages/suggestions.tsx'
import SuggestionList from './suggestion-list.tsx'
import { useSearch } from './use-search.ts'

/** The search of a phone: a sheet from the top over the whole width. The browser keeps the focus in it, and Esc closes it. */
export default function SearchSheet({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { form, input, shown, hrefs, active, listId, leave } = useSearch(() => dialog.current?.close())
  useEffect(() => dialog.current?.showModal(), [])

  /** Esc would otherwise close the list first, and then empty the field. */
  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      dialog.current?.close()
    } else input.onKeyDown(event)
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has Esc and the button.
    <dialog
      ref={dialog}
      aria-label={searchTexts.search}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close()
      }}
      className="sheet fixed inset-x-0 top-0 m-0 max-h-dvh w-full max-w-none overflow-y-auto bg-paper text-ink shadow-(--shadow)"
    >
      <form {...form} className="flex items-center gap-2 border-line border-b px-4 py-2.5">
        <Search aria-hidden size={18} className="flex-none text-soft" />
        <input
          {...input}
          onKeyDown={press}
          autoFocus
          placeholder={searchTexts.searchTheShop}
          className="h-11 w-full min-w-0 bg-transparent text-base outline-none placeholder:text-soft"
        />
        <button
          type="button"
          onClick={() => dialog.current?.close()}
          className="-mr-2 min-h-11 flex-none rounded-control px-3 text-sm hover:bg-tile active:bg-line"
        >
          {suggestionTexts.cancel}
        </button>
      </form>
      {shown && (
        // biome-ignore lint/a11y/noStaticElementInteractions: keeps the focus in the field while the list is touched.
        <div
          onMouseDown={(event) => event.preventDefault()}
          className="p-2 pb-[max(8px,env(safe-area-inset-bottom))]"
        >
          <SuggestionList id={listId} suggestions={shown} hrefs={hrefs} active={active} onChosen={leave} />
        </div>
      )}
    </dialog>
  )
}
