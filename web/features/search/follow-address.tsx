'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect } from 'react'

/** Tells what the address searches for, whenever that changes and on each new page. */
export function FollowAddress({ onQuery }: { onQuery: (q: string) => void }) {
  const q = useSearchParams().get('q') ?? ''
  const path = usePathname()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed on the page before was not for this one
  useEffect(() => onQuery(q), [q, path, onQuery])
  return null
}
