import type { Metadata } from 'next'
import { Suspense } from 'react'
import { pageTexts } from '#messages/pages.ts'
import { OrderList } from '../../../features/admin/order-list.tsx'

export const metadata: Metadata = { title: pageTexts.adminOrders }

export default function OrdersPage() {
  return (
    <Suspense>
      <OrderList />
    </Suspense>
  )
}
