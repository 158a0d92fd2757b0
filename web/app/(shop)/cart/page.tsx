import type { Metadata } from 'next'
import { CartView } from '../../../features/cart/cart-view.tsx'

export const metadata: Metadata = { title: 'Cart' }

export default function CartPage() {
  return (
    <>
      <h1 className="mb-8 text-4xl sm:text-5xl">Cart</h1>
      <CartView />
    </>
  )
}
