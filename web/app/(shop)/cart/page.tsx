import type { Metadata } from 'next'
import { pageTexts } from '#messages/pages.ts'
import { CartView } from '../../../features/cart/cart-view.tsx'

export const metadata: Metadata = { title: pageTexts.cart }

export default function CartPage() {
  return (
    <>
      <h1 className="mb-8 text-4xl sm:text-5xl">{pageTexts.cart}</h1>
      <CartView />
    </>
  )
}
