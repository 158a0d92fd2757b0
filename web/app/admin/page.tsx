import type { Metadata } from 'next'
import { Suspense } from 'react'
import { pageTexts } from '#messages/pages.ts'
import { ProductList } from '../../features/admin/product-list.tsx'

export const metadata: Metadata = { title: pageTexts.adminProducts }

export default function ProductsPage() {
  return (
    <Suspense>
      <ProductList />
    </Suspense>
  )
}
