'use client'

import { searchLengthMax } from '@onhand/contract/limits'
import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'

interface SearchFieldProps {
  /** What the list is searched for now. */
  value: string
  onType: () => void
  pending: boolean
}

export function SearchField({ value, onType, pending }: SearchFieldProps) {
  const input = useFollowing(value)
  return (
    <label className="relative block min-w-0 flex-1 basis-full sm:max-w-xs sm:basis-56">
      <span className="sr-only">Search</span>
      <span
        aria-hidden
        className="pointer-events-none absolute inset-y-0 left-3 grid place-items-center text-soft"
      >
        {pending ? <span className="spinner" /> : <Search size={16} />}
      </span>
      <input
        ref={input}
        type="search"
        name="q"
        defaultValue={value}
        maxLength={searchLengthMax}
        placeholder="Search"
        autoComplete="off"
        enterKeyHint="search"
        onChange={onType}
        className="h-10 w-full rounded-control border border-line-strong bg-transparent pr-3 pl-9 text-sm placeholder:text-soft hover:border-ink pointer-coarse:h-11 pointer-coarse:text-base"
      />
    </label>
  )
}

/** An input that follows the address, but never takes from the shopper what is just being typed. */
function useFollowing(value: string) {
  const input = useRef<HTMLInputElement>(null)
  const wentBack = useRef(false)
  useEffect(() => {
    const remember = (): void => {
      wentBack.current = true
    }
    addEventListener('popstate', remember)
    return () => removeEventListener('popstate', remember)
  }, [])
  useEffect(() => {
    if (!input.current) return
    if (wentBack.current || document.activeElement !== input.current) input.current.value = value
    wentBack.current = false
  }, [value])
  return input
}
