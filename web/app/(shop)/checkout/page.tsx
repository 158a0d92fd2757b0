import type { Metadata } from 'next'
import { CheckoutView } from '../../../features/checkout/checkout-view.tsx'

export const metadata: Metadata = { title: 'Checkout' }

export default function CheckoutPage() {
  return (
    <>
      <h1 className="mb-8 text-4xl sm:text-5xl">Checkout</h1>
      <CheckoutView />
    </>
  )
}
