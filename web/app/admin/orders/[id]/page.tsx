import type { Metadata } from 'next'
import { OneOrder } from '../../../../features/admin/one-order.tsx'

export const metadata: Metadata = { title: 'Order' }

export default async function OrderPage({ params }: { params: Promise<{ id: string }> }) {
  return <OneOrder id={decodeURIComponent((await params).id)} />
}
