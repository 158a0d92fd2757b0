import type { Metadata } from 'next'
import { pageTexts } from '#messages/pages.ts'
import { NewProductPage } from '../../../../features/admin/new-product.tsx'

export const metadata: Metadata = { title: pageTexts.adminNewProduct }

export default NewProductPage
