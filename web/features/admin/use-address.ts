'use client'

import { usePathname, useSearchParams } from 'next/navigation'

/** What a list is narrowed to stands in the address, so that going back finds it again. */
export function useAddress(): { get(name: string): string; set(name: string, value: string): void } {
  const path = usePathname()
  const search = useSearchParams()
  return {
    get: (name) => search.get(name) ?? '',
    set(name, value) {
      const next = new URLSearchParams(location.search)
      if (value === '') next.delete(name)
      else next.set(name, value)
      history.replaceState(null, '', next.size > 0 ? `${path}?${next}` : path)
    },
  }
}
