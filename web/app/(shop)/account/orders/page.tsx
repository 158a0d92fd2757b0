import type { Metadata } from 'next'
import { pageTexts } from '#messages/pages.ts'
import { AccountNav } from '../../../../features/accounts/account-nav.tsx'
import { OrderHistory } from '../../../../features/orders/order-history.tsx'

export const metadata: Metadata = { title: pageTexts.orders, robots: { index: false } }

export default function OrdersPage() {
  return (
    <>
      <h1 className="mb-4 text-4xl sm:text-5xl">{pageTexts.orders}</h1>
      <AccountNav />
      <OrderHistory />
    </>
  )
}
