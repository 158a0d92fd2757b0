'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { orderFreshMs } from './order-keys.ts'

/** Reads the page anew while somebody looks at it, and when they come back to it: the shop may cancel an order. */
export function RefreshOrder() {
  const router = useRouter()
  useEffect(() => {
    const refreshIfSeen = (): void => {
      if (document.visibilityState === 'visible') router.refresh()
    }
    const timer = setInterval(refreshIfSeen, orderFreshMs)
    document.addEventListener('visibilitychange', refreshIfSeen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', refreshIfSeen)
    }
  }, [router])
  return null
}
