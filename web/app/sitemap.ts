import type { Product } from '@onhand/contract/catalog'
import { pageSizeMax } from '@onhand/contract/limits'
import type { MetadataRoute } from 'next'
import { listHref } from '../features/catalog/list-query.ts'
import { listCategories, listProducts } from '../lib/api.ts'
import { publicUrl } from '../lib/public-url.ts'

export const dynamic = 'force-dynamic'

/** Addresses in one sitemap (sitemaps.org). */
const addressesMax = 50_000
/** Search engines ask rarely, but anybody may ask: the whole catalog is read at most this often. */
const keptMs = 60_000
const textPages = ['/about', '/delivery', '/returns', '/contact', '/privacy']

let kept: { readAt: number; addresses: Promise<string[]> } | undefined

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  if (!kept || Date.now() - kept.readAt > keptMs) kept = { readAt: Date.now(), addresses: readAddresses() }
  const { addresses } = kept
  addresses.catch(() => {
    kept = undefined
  })
  return (await addresses).map((path) => ({ url: publicUrl(path) }))
}

async function readAddresses(): Promise<string[]> {
  const { categories } = await listCategories()
  const lists = ['/', ...categories.map(({ name }) => listHref({ category: name }))]
  const products = await readProducts()
  const addresses = [...lists, ...textPages, ...products.map(({ slug }) => `/products/${slug}`)]
  return addresses.slice(0, addressesMax)
}

async function readProducts(): Promise<Product[]> {
  const products: Product[] = []
  let cursor: string | undefined
  do {
    const page = await listProducts({ limit: pageSizeMax, cursor })
    products.push(...page.products)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined && products.length < addressesMax)
  return products
}
