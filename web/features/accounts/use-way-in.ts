'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useShopper } from '../../lib/use-session.ts'

/** Goes on to `next` as soon as somebody is signed in, in this tab or another. Returns whether it does. */
export function useWayIn(next: string): boolean {
  const router = useRouter()
  const shopper = useShopper()
  useEffect(() => {
    if (shopper !== undefined) router.replace(next)
  }, [shopper, next, router])
  return shopper !== undefined
}
