import type { Metadata } from 'next'
import { NewProductPage } from '../../../../features/admin/new-product.tsx'

export const metadata: Metadata = { title: 'New product' }

export default NewProductPage
