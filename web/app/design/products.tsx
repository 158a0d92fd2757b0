'use client'

import { Link } from '../../components/link.tsx'
import { AddToCart } from '../../features/cart/add-to-cart.tsx'
import { BuyBox } from '../../features/cart/buy-box.tsx'
import { NothingFound } from '../../features/catalog/nothing-found.tsx'
import { PictureZoom } from '../../features/catalog/picture-zoom.tsx'
import { ProductCard } from '../../features/catalog/product-card.tsx'
import { ProductRow } from '../../features/catalog/product-row.tsx'
import { ProductTile } from '../../features/catalog/product-tile.tsx'
import { StockFigure } from '../../features/inventory/stock-figure.tsx'
import { Board, EachState, Frame, Shown, State, States } from './board.tsx'
import { bowl, categories, withdrawn, withStock } from './samples.ts'

const statuses = { live: 'Live', polling: 'Almost live', connecting: 'Connecting', offline: 'Not live' }

/** The bar comes up while what it stands in for is out of sight: here it is below the frame. */
const boxOutOfSight = '[data-bar-alone] > div { position: absolute; top: 200%; visibility: hidden }'

export function Products() {
  return (
    <>
      <Board title="The live figure">
        <States>
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
        </States>
      </Board>
      <Board title="Cards">
        <div className="grid grid-cols-2 gap-x-4 gap-y-10 sm:gap-x-6 md:grid-cols-3 lg:gap-x-8">
          <EachState on="h2 a" states={['hovered', 'focused']} wide>
            <Card stock={12} />
          </EachState>
          <State name="few left" wide>
            <Card stock={3} />
          </State>
          <State name="sold out" wide>
            <Card stock={0} />
          </State>
          <State name="without a picture" wide>
            <ProductCard
              product={{ ...withStock(8), image: null }}
              action={<AddToCart product={withStock(8)} look="quiet" />}
            />
          </State>
        </div>
      </Board>
      <Board title="Tiles">
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-4 sm:gap-6">
          <EachState on="h3 a" states={['hovered', 'focused']} wide>
            <ProductTile product={withStock(12)} />
          </EachState>
          <State name="sold out" wide>
            <ProductTile product={withStock(0)} />
          </State>
        </div>
      </Board>
      <Board title="A row of them">
        <ProductRow title="More in Wood" products={[12, 3, 1, 0].map(withStock)} />
      </Board>
      <Board title="Picture">
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-4 sm:gap-6">
          <EachState on="a" states={['hovered', 'focused']} wide>
            <PictureZoom product={bowl} />
          </EachState>
          <State name="none" wide>
            <PictureZoom product={{ ...bowl, image: null }} />
          </State>
        </div>
        <p className="mt-4 text-sm text-soft">
          From near it takes the page for itself:{' '}
          <Link href="/design/zoom" className="link">
            the picture, large
          </Link>
          .
        </p>
      </Board>
      <Board title="Buying">
        <div className="grid gap-x-6 gap-y-10 sm:grid-cols-2">
          <State name="beside the picture" wide>
            <div className="w-full">
              <AddToCart product={withStock(12)} size="medium" />
            </div>
          </State>
          <State name="sold out" wide>
            <div className="w-full">
              <AddToCart product={withStock(0)} size="medium" />
            </div>
          </State>
          <State name="withdrawn" wide>
            <div className="w-full">
              <AddToCart product={withdrawn} />
            </div>
          </State>
          <State name="at the bottom of a phone" wide>
            <p className="text-sm text-soft max-md:hidden">Only in windows narrower than 768 pixels.</p>
            <div className="w-full md:hidden">
              <Frame heightPx={144}>
                <style>{boxOutOfSight}</style>
                <div data-bar-alone>
                  <BuyBox product={withStock(3)} />
                </div>
              </Frame>
            </div>
          </State>
        </div>
      </Board>
      <Board title="Nothing found">
        <Shown as="hovered" on="p .link">
          <NothingFound
            filter={{ q: 'woo', inStock: true }}
            categories={categories}
            elsewhere={2}
            onTheShelf={[12, 3].map(withStock)}
          />
        </Shown>
      </Board>
    </>
  )
}

function Card({ stock }: { stock: number }) {
  const product = withStock(stock)
  return <ProductCard product={product} action={<AddToCart product={product} look="quiet" />} />
}
