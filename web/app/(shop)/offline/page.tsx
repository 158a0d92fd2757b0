import type { Metadata } from 'next'
import { OfflineCart } from '../../../features/cart/offline-cart.tsx'

export const metadata: Metadata = { title: 'No connection', robots: { index: false } }

/** Kept by the service worker, and shown in the place of any page that cannot be loaded. */
export default function OfflinePage() {
  return (
    <>
      <h1 className="text-4xl sm:text-5xl">No connection</h1>
      <OfflineCart />
    </>
  )
}
