import type { Product } from '@onhand/contract/catalog'
import type { StockTone } from '../inventory/stock-words.ts'

const availabilities: Record<StockTone, string> = {
  plenty: 'https://schema.org/InStock',
  low: 'https://schema.org/LimitedAvailability',
  none: 'https://schema.org/OutOfStock',
}

/**
 * A product as schema.org's Product with its Offer, as text that can stand in a script element.
 *
 * @param fullUrl makes a full address of a path
 */
export function productJsonLd(product: Product, tone: StockTone, fullUrl: (path: string) => string): string {
  const url = fullUrl(`/products/${product.slug}`)
  const schema = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    '@id': url,
    name: product.name,
    description: product.description,
    sku: product.id,
    category: product.category,
    ...(product.image && { image: fullUrl(product.image.src) }),
    offers: {
      '@type': 'Offer',
      url,
      price: majorUnits(product),
      priceCurrency: product.currency,
      availability: availabilities[tone],
      itemCondition: 'https://schema.org/NewCondition',
      inventoryLevel: { '@type': 'QuantitativeValue', value: product.stock },
    },
  }
  return JSON.stringify(schema).replaceAll('<', '\\u003c')
}

/** The price as schema.org wants it: digits and a point, such as `68.00`. */
function majorUnits({ price, currency }: Product): string {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  return (price / 10 ** digits).toFixed(digits)
}
