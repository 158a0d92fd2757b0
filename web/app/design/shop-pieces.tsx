'use client'

import type { Product } from '@onhand/contract/catalog'
import { useEffect } from 'react'
import { Button } from '../../components/button.tsx'
import { AddToCart } from '../../features/cart/add-to-cart.tsx'
import { CartDrawerOnNeed } from '../../features/cart/cart-drawer-on-need.tsx'
import { openCartDrawer } from '../../features/cart/cart-drawer-state.ts'
import { CartLineRow } from '../../features/cart/cart-line-row.tsx'
import { ProductCard } from '../../features/catalog/product-card.tsx'
import { StockFigure } from '../../features/inventory/stock-figure.tsx'
import { catalogChanges } from '../../lib/live/live-stock.ts'
import { Board, State } from './board.tsx'

const bowl: Product = {
  id: 'design_bowl',
  slug: 'turned-oak-bowl',
  name: 'Turned oak bowl',
  description: 'Turned from one piece of local oak, oiled by hand.',
  price: 6_800,
  currency: 'EUR',
  stock: 12,
  version: 1,
  category: 'Kitchen',
  image: { src: '/images/products/turned-oak-bowl.svg', alt: 'A bowl of oak' },
}
const withStock = (stock: number): Product => ({ ...bowl, id: `design_bowl_${stock}`, stock })
const withdrawn: Product = { ...bowl, id: 'design_bowl_withdrawn' }
const statuses = { live: 'Live', polling: 'Almost live', connecting: 'Connecting', offline: 'Not live' }

export function ShopPieces() {
  useEffect(keepForSale, [])
  return (
    <>
      <Board title="The live figure">
        <div className="flex flex-wrap gap-6">
          {[1_234, 12, 3, 1, 0].map((stock) => (
            <State key={stock} name={`${stock}`}>
              <StockFigure product={withStock(stock)} />
            </State>
          ))}
          <State name="withdrawn">
            <StockFigure product={withdrawn} />
          </State>
          <State name="without the stream">
            <div data-stream="offline">
              <StockFigure product={withStock(7)} />
            </div>
          </State>
          <State name="just changed">
            <p className="stock" data-tone="plenty">
              <span className="stock-dot" />
              <span className="stock-changed">9 in stock</span>
            </p>
          </State>
          {Object.entries(statuses).map(([status, words]) => (
            <State key={status} name={status}>
              <span className="live-badge" data-status={status}>
                <span className="live-dot" />
                {words}
              </span>
            </State>
          ))}
        </div>
      </Board>
      <Board title="Cards">
        <div className="grid gap-8 sm:grid-cols-2">
          {[12, 0].map((stock) => (
            <ProductCard
              key={stock}
              product={withStock(stock)}
              action={<AddToCart product={withStock(stock)} look="quiet" />}
            />
          ))}
          <ProductCard
            product={{ ...withStock(3), image: null }}
            action={<AddToCart product={withStock(3)} look="quiet" />}
          />
        </div>
      </Board>
      <Board title="Lines of the cart">
        <ul>
          <Line stock={12} quantity={2} />
          <Line stock={2} quantity={3} />
          <Line stock={0} quantity={1} />
        </ul>
        <Button look="quiet" size="small" onClick={({ currentTarget }) => openCartDrawer(currentTarget)}>
          Open the drawer
        </Button>
        <CartDrawerOnNeed />
      </Board>
    </>
  )
}

/** The shop knows none of these products, and says that they are no longer sold; of one that is so. */
function keepForSale(): () => void {
  return catalogChanges.subscribe(({ changes, from, to }) => {
    const lost = changes.filter((one) => one.change === 'withdrawn' && one.productId !== withdrawn.id)
    if (lost.length === 0) return
    catalogChanges.tell({ changes: lost.map((one) => ({ ...one, change: 'created' })), from, to })
  })
}

function Line({ stock, quantity }: { stock: number; quantity: number }) {
  const product = withStock(stock)
  const line = { productId: product.id, name: product.name, quantity }
  return <CartLineRow entry={{ line, product, available: stock, state: 'known' }} />
}
