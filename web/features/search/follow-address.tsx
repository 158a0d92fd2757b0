'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect } from 'react'

/** Tells what the address searches for, whenever that changes. */
export function FollowAddress({ onQuery }: { onQuery: (q: string) => void }) {
  const q = useSearchParams().get('q') ?? ''
  useEffect(() => onQuery(q), [q, onQuery])
  return null
}
