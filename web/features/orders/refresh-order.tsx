'use client'

import type { Order } from '@onhand/contract/orders'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { showOrder } from '../../lib/api-on-need.ts'
import { orderFreshMs } from './order-keys.ts'

interface RefreshOrderProps {
  id: string
  token: string
  /** As the page shows it. */
  status: Order['status']
}

/** Has the page made anew once the order stands otherwise: the shop may cancel it. Asks while somebody looks, and when they come back. */
export function RefreshOrder({ id, token, status }: RefreshOrderProps) {
  const router = useRouter()
  useEffect(() => {
    async function look(): Promise<void> {
      if (document.visibilityState !== 'visible') return
      // Without an answer the receipt stays as it is, and is asked for the next time.
      const now = await showOrder(id, { token }).catch(() => undefined)
      if (now && now.status !== status) router.refresh()
    }
    const lookNow = (): void => void look()
    const timer = setInterval(lookNow, orderFreshMs)
    document.addEventListener('visibilitychange', lookNow)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', lookNow)
    }
  }, [router, id, token, status])
  return null
}
