'use client'

import { searchLengthMax } from '@onhand/contract/limits'
import { usePathname, useRouter } from 'next/navigation'
import { type FormEvent, type KeyboardEvent, useId, useState } from 'react'
import { searchTexts } from '#messages/search.ts'
import { listHref } from '../catalog/list-query.ts'
import { useSuggestions } from './use-suggestions.ts'

/**
 * The behaviour of a search field with suggestions: ARIA's combobox with a list (WAI-ARIA Authoring Practices 1.2).
 *
 * @param onLeave called when a suggestion or all results were chosen
 */
export function useSearch(onLeave: () => void = () => {}) {
  const router = useRouter()
  const listId = useId()
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState<number>()
  const suggestions = useSuggestions(text, isOpen)
  const shown = isOpen ? suggestions : undefined
  const hrefs = shown
    ? [...shown.products.map(({ slug }) => `/products/${slug}`), listHref({ q: shown.q })]
    : []
  useClosedOnNewPage(() => close())

  function close(): void {
    setOpen(false)
    setActive(undefined)
  }

  function leave(): void {
    close()
    onLeave()
  }

  function type(next: string): void {
    setText(next)
    setActive(undefined)
    setOpen(true)
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    const q = text.trim()
    const href = active === undefined ? listHref(q ? { q } : {}) : hrefs[active]
    if (href === undefined) return
    leave()
    router.push(href)
  }

  function press(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      if (shown) setActive(around(active, step, hrefs.length))
      else setOpen(true)
    }
    // A field that is closed already lets Esc go on to the browser, which empties it.
    if (event.key === 'Escape' && shown) {
      event.preventDefault()
      close()
    }
  }

  return {
    text,
    setText,
    shown,
    hrefs,
    active,
    listId,
    leave,
    form: { role: 'search', action: '/', onSubmit: submit } as const,
    input: {
      type: 'search',
      name: 'q',
      value: text,
      maxLength: searchLengthMax,
      autoComplete: 'off',
      enterKeyHint: 'search',
      role: 'combobox',
      'aria-label': searchTexts.search,
      'aria-autocomplete': 'list',
      'aria-expanded': shown !== undefined,
      'aria-controls': shown ? listId : undefined,
      'aria-activedescendant': shown && active !== undefined ? `${listId}-${active}` : undefined,
      onChange: (event: { target: { value: string } }) => type(event.target.value),
      onFocus: () => setOpen(true),
      onBlur: close,
      onKeyDown: press,
    } as const,
  }
}

/** From no option to the first or the last, on, and past either end to none again. */
function around(active: number | undefined, step: number, options: number): number | undefined {
  const next = active === undefined ? (step > 0 ? 0 : options - 1) : active + step
  return next < 0 || next >= options ? undefined : next
}

function useClosedOnNewPage(close: () => void): void {
  const path = usePathname()
  const [before, setBefore] = useState(path)
  if (path !== before) {
    setBefore(path)
    close()
  }
}
