import type { Metadata } from 'next'
import { pageTexts } from '#messages/pages.ts'
import { OneProduct } from '../../../../features/admin/one-product.tsx'

export const metadata: Metadata = { title: pageTexts.adminProduct }

export default async function ProductPage({ params }: { params: Promise<{ id: string }> }) {
  return <OneProduct id={decodeURIComponent((await params).id)} />
}
