'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { Announcer } from '../components/announcer.tsx'
import { markHydrated } from '../components/skeleton-on-navigation.tsx'
import { ToastsOnNeed } from '../components/toasts-on-need.tsx'
import { followCart } from '../features/cart/cart-store.ts'
import { followKeptCart } from '../features/cart/follow-kept-cart.ts'
import { followCatalog } from '../features/catalog/follow-catalog.ts'
import { Refusal } from '../lib/api-errors.ts'
import { startLiveStock } from '../lib/live/live-stock.ts'
import { followShopper } from './follow-shopper.ts'
import { registerServiceWorker } from './register-service-worker.ts'

const freshMs = 30_000
const triesMax = 3

/** What every page shares: the live stock, the cart, cached answers, notices. */
export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient)
  useEffect(markHydrated, [])
  useEffect(startLiveStock, [])
  useEffect(followCart, [])
  useEffect(() => followShopper(queryClient), [queryClient])
  useEffect(() => followCatalog(queryClient), [queryClient])
  useEffect(followKeptCart, [])
  useEffect(registerServiceWorker, [])
  return (
    <QueryClientProvider client={queryClient}>
      {children}
      <ToastsOnNeed />
      <Announcer />
    </QueryClientProvider>
  )
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: freshMs,
        // A refusal stays one; only what had no answer is asked again.
        retry: (failures, error) => !(error instanceof Refusal) && failures < triesMax,
      },
    },
  })
}
