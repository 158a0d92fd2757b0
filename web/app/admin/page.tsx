import type { Metadata } from 'next'
import { Suspense } from 'react'
import { ProductList } from '../../features/admin/product-list.tsx'

export const metadata: Metadata = { title: 'Products' }

export default function ProductsPage() {
  return (
    <Suspense>
      <ProductList />
    </Suspense>
  )
}
