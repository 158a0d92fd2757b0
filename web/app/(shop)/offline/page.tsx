import type { Metadata } from 'next'
import { pageTexts } from '#messages/pages.ts'
import { OfflineCart } from '../../../features/cart/offline-cart.tsx'

export const metadata: Metadata = { title: pageTexts.offline, robots: { index: false } }

/** Kept by the service worker, and shown in the place of any page that cannot be loaded. */
export default function OfflinePage() {
  return (
    <>
      <h1 className="text-4xl sm:text-5xl">{pageTexts.offline}</h1>
      <OfflineCart />
    </>
  )
}
