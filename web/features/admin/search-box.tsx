'use client'

import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useAddress } from './use-address.ts'

const typingPauseMs = 250

interface SearchBoxProps {
  label: string
  lengthMax: number
  pending: boolean
}

/** Searches a list while one types. */
export function SearchBox({ label, lengthMax, pending }: SearchBoxProps) {
  const address = useAddress()
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(typing.current), [])

  function searchSoon(text: string): void {
    clearTimeout(typing.current)
    typing.current = setTimeout(() => address.set('q', text.trim()), typingPauseMs)
  }

  return (
    <label className="relative block min-w-0 flex-1 basis-full sm:max-w-sm sm:basis-56">
      <span className="sr-only">{label}</span>
      <span
        aria-hidden
        className="pointer-events-none absolute inset-y-0 left-3 grid place-items-center text-soft"
      >
        {pending ? <span className="spinner" /> : <Search size={16} />}
      </span>
      <input
        type="search"
        defaultValue={address.get('q')}
        maxLength={lengthMax}
        placeholder={label}
        autoComplete="off"
        onChange={(event) => searchSoon(event.target.value)}
        className="h-11 w-full rounded-control border border-line-strong bg-transparent pr-3 pl-9 text-base placeholder:text-soft hover:border-ink sm:text-sm"
      />
    </label>
  )
}
