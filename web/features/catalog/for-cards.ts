import type { Product } from '@onhand/contract/catalog'
import { firstWords } from './first-words.ts'

/** Products with what their cards show of them: a served list carries each twice, as HTML and for its scripts. */
export function forCards(products: readonly Product[]): Product[] {
  return products.map(({ description, image, ...product }) => ({
    ...product,
    description: firstWords(description),
    // A card's name says what its picture shows.
    image: image && { ...image, alt: '' },
  }))
}
