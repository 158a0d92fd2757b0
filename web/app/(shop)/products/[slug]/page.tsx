import type { Product } from '@onhand/contract/catalog'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { shopTexts } from '#messages/shop.ts'
import { PageTitle } from '../../../../components/page-title.tsx'
import { SkeletonOnNavigation } from '../../../../components/skeleton-on-navigation.tsx'
import { BuyBox } from '../../../../features/cart/buy-box.tsx'
import { firstWords } from '../../../../features/catalog/first-words.ts'
import { previewSize } from '../../../../features/catalog/preview-size.ts'
import { ProductJsonLd } from '../../../../features/catalog/product-json-ld.tsx'
import { ProductSkeleton } from '../../../../features/catalog/product-skeleton.tsx'
import { ProductView } from '../../../../features/catalog/product-view.tsx'
import { RecentlyViewed } from '../../../../features/catalog/recently-viewed.tsx'
import { RefreshOnCatalogChanges } from '../../../../features/catalog/refresh-on-catalog-changes.tsx'
import { RelatedProducts } from '../../../../features/catalog/related-products.tsx'
import { showProduct } from '../../../../lib/api.ts'
import { isRefusal } from '../../../../lib/api-errors.ts'
import type { AsOf } from '../../../../lib/ask.ts'
import { publicUrl } from '../../../../lib/public-url.ts'

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
  const description = firstWords(product.description)
  const url = publicUrl(`/products/${product.slug}`)
  const images = [{ url: `${url}/preview.png`, ...previewSize, alt: product.image?.alt ?? product.name }]
  return {
    title: product.name,
    description,
    alternates: { canonical: url },
    openGraph: { type: 'website', siteName: shopTexts.name, title: product.name, description, url, images },
    twitter: { card: 'summary_large_image', title: product.name, description, images },
  }
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
      <RefreshOnCatalogChanges since={product.catalogRevision} productId={product.id} />
      <ProductJsonLd product={product} />
      <ProductView product={product} action={<BuyBox product={product} />} />
      <RelatedProducts product={product} />
      <RecentlyViewed productId={product.id} />
    </>
  )
}

const productOr404 = cache(async (slug: string): Promise<Product & AsOf> => {
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
