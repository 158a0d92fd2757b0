import type { Product } from '@onhand/contract/catalog'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { PageTitle } from '../../../../components/page-title.tsx'
import { SkeletonOnNavigation } from '../../../../components/skeleton-on-navigation.tsx'
import { AddToCart } from '../../../../features/cart/add-to-cart.tsx'
import { ProductSkeleton } from '../../../../features/catalog/product-skeleton.tsx'
import { ProductView } from '../../../../features/catalog/product-view.tsx'
import { RefreshOnCatalogChanges } from '../../../../features/catalog/refresh-on-catalog-changes.tsx'
import { showProduct } from '../../../../lib/api.ts'
import { isRefusal } from '../../../../lib/api-errors.ts'

/** The stock is read anew for every request. */
export const dynamic = 'force-dynamic'

interface ProductPageProps {
  params: Promise<{ slug: string }>
}

export async function generateMetadata({ params }: ProductPageProps): Promise<Metadata> {
  const { slug } = await params
  // Next holds a navigation back until its metadata is there; then nobody would see the skeleton. `PageTitle` corrects it.
  if (await isNavigationWithinShop()) return { title: titleOf(slug) }
  const product = await productOr404(slug)
  return { title: product.name, description: product.description.slice(0, 160) }
}

export default function ProductPage({ params }: ProductPageProps) {
  return (
    <SkeletonOnNavigation skeleton={<ProductSkeleton />}>
      <OneProduct params={params} />
    </SkeletonOnNavigation>
  )
}

async function OneProduct({ params }: ProductPageProps) {
  const product = await productOr404((await params).slug)
  return (
    <>
      <PageTitle title={product.name} />
      <RefreshOnCatalogChanges productId={product.id} />
      <ProductView product={product} action={<AddToCart product={product} size="medium" />} />
    </>
  )
}

const productOr404 = cache(async (slug: string): Promise<Product> => {
  try {
    return await showProduct(decodeURIComponent(slug))
  } catch (error) {
    if (isRefusal(error, 'product_not_found')) notFound()
    throw error
  }
})

async function isNavigationWithinShop(): Promise<boolean> {
  return (await headers()).get('sec-fetch-dest') === 'empty'
}

/** `turned-oak-bowl` → `Turned oak bowl` */
function titleOf(slug: string): string {
  const words = slug.replaceAll('-', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
