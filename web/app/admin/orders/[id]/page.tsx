import type { Metadata } from 'next'
import { pageTexts } from '#messages/pages.ts'
import { OneOrder } from '../../../../features/admin/one-order.tsx'

export const metadata: Metadata = { title: pageTexts.adminOrder }

export default async function OrderPage({ params }: { params: Promise<{ id: string }> }) {
  return <OneOrder id={decodeURIComponent((await params).id)} />
}
