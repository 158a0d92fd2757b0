'use client'

import { type ReactNode, Suspense, useState } from 'react'

let hydrated = false

/** Called once the first page of a visit has become alive. */
export function markHydrated(): void {
  hydrated = true
}

interface SkeletonOnNavigationProps {
  skeleton: ReactNode
  children: ReactNode
}

/**
 * Shows a skeleton when a shopper comes from another page, and none in a page's first HTML: a `loading.tsx` would be
 * streamed there, so that readers without JavaScript would see only the skeleton and a missing page would answer 200.
 */
export function SkeletonOnNavigation({ skeleton, children }: SkeletonOnNavigationProps) {
  const [isFirstPage] = useState(() => !hydrated)
  return isFirstPage ? children : <Suspense fallback={skeleton}>{children}</Suspense>
}
