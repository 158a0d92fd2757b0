import type { Metadata } from 'next'
import { pageTexts } from '#messages/pages.ts'
import { CheckoutView } from '../../../features/checkout/checkout-view.tsx'

export const metadata: Metadata = { title: pageTexts.checkout }

export default function CheckoutPage() {
  return (
    <>
      <h1 className="mb-8 text-4xl sm:text-5xl">{pageTexts.checkout}</h1>
      <CheckoutView />
    </>
  )
}
