import type { Metadata } from 'next'
import { Suspense } from 'react'
import { OrderList } from '../../../features/admin/order-list.tsx'

export const metadata: Metadata = { title: 'Orders' }

export default function OrdersPage() {
  return (
    <Suspense>
      <OrderList />
    </Suspense>
  )
}
