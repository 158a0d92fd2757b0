import type { Metadata } from 'next'
import { OneProduct } from '../../../../features/admin/one-product.tsx'

export const metadata: Metadata = { title: 'Product' }

export default async function ProductPage({ params }: { params: Promise<{ id: string }> }) {
  return <OneProduct id={decodeURIComponent((await params).id)} />
}
