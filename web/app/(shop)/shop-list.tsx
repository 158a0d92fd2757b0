'use client'

import { AddToCart } from '../../features/cart/add-to-cart.tsx'
import type { ServedPage } from '../../features/catalog/later-products.ts'
import type { ListFilter } from '../../features/catalog/list-query.ts'
import { ProductGrid } from '../../features/catalog/product-grid.tsx'

/** Puts the cart's control onto the catalog's cards. */
export function ShopList({ filter, page }: { filter: ListFilter; page: ServedPage }) {
  return (
    <ProductGrid
      filter={filter}
      page={page}
      renderAction={(product) => <AddToCart product={product} look="quiet" />}
    />
  )
}
