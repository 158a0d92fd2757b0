import type { Product } from '@onhand/contract/catalog'
import { orderNumber } from '@onhand/contract/order-number'
import type { Order, OrderItem } from '@onhand/contract/orders'
import type { ReactNode } from 'react'
import { orderTexts } from '#messages/orders.tsx'
import { shopTexts } from '#messages/shop.ts'
import { Link } from '../../components/link.tsx'
import { Price } from '../../components/price.tsx'
import { ProductPicture } from '../../components/product-picture.tsx'
import { count } from '../../lib/locale.ts'
import { LocalTime } from './local-time.tsx'

interface OrderViewProps {
  order: Order
  title: string
  /** The products that are still sold, by id. */
  products: ReadonlyMap<string, Product>
  /** What can be done with it. */
  children: ReactNode
}

/** The confirmation and receipt of an order. */
export function OrderView({ order, title, products, children }: OrderViewProps) {
  const cancelled = order.status === 'cancelled'
  return (
    <div className="receipt mx-auto flex max-w-2xl flex-col gap-10">
      <header className="flex flex-col items-start gap-4">
        <p className="hidden font-display text-2xl print:block">{shopTexts.name}</p>
        <OrderMark cancelled={cancelled} />
        <h1 className="text-4xl sm:text-5xl">{title}</h1>
        <p className="text-soft">{cancelled ? orderTexts.wentBack : orderTexts.wasTaken}</p>
        <dl className="mt-2 grid w-full gap-x-12 gap-y-4 border-line border-t pt-6 text-sm sm:grid-cols-[auto_1fr]">
          <div>
            <dt className="text-soft">{orderTexts.ordered}</dt>
            <dd className="font-medium">
              <LocalTime at={order.createdAt} />
            </dd>
          </div>
          <div>
            <dt className="text-soft">{orderTexts.number}</dt>
            <dd data-testid="order-id" className="font-medium tabular-nums">
              {orderNumber(order.id)}
            </dd>
          </div>
        </dl>
      </header>
      <section aria-label={orderTexts.bought}>
        <ul className="border-line border-t">
          {order.items.map((item) => (
            <OrderLine
              key={item.productId}
              item={item}
              currency={order.currency}
              product={products.get(item.productId)}
            />
          ))}
        </ul>
        <p className="flex items-baseline justify-between gap-4 py-4">
          <span>{orderTexts.total}</span>
          <Price amount={order.total} currency={order.currency} className="font-display text-2xl" />
        </p>
      </section>
      {!cancelled && <WhatNext />}
      <footer className="flex flex-col items-start gap-6 border-line border-t pt-8 print:hidden">
        {children}
      </footer>
    </div>
  )
}

/** The shop's own mark: a piece resting in a hand; the hand is empty when the order was cancelled. */
function OrderMark({ cancelled }: { cancelled: boolean }) {
  return (
    <span className="grid size-16 place-items-center rounded-full bg-tile text-ink print:hidden">
      <svg aria-hidden viewBox="0 0 24 24" width="40" height="40" fill="none" stroke="currentColor">
        <path d="M3 11.5a9 9 0 0 0 18 0" strokeWidth="1.75" strokeLinecap="round" />
        {cancelled ? (
          <circle cx="12" cy="9.5" r="4" strokeWidth="0.75" strokeDasharray="1.2 1.6" />
        ) : (
          <path d="m9 9.5 2.2 2.2L15.5 7" strokeWidth="1.75" strokeLinecap="round" strokeLinejoin="round" />
        )}
      </svg>
    </span>
  )
}

function WhatNext() {
  return (
    <section aria-labelledby="what-next" className="flex flex-col gap-4 print:hidden">
      <h2 id="what-next" className="text-2xl">
        {orderTexts.whatNext}
      </h2>
      <ol className="grid gap-6 text-sm sm:grid-cols-3">
        {orderTexts.nextSteps.map(({ title, words }, index) => (
          <li key={title} className="border-line border-t pt-4">
            <p className="font-display text-2xl text-soft tabular-nums">{index + 1}</p>
            <p className="mt-1 font-medium">{title}</p>
            <p className="mt-1 text-soft">{words}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

interface OrderLineProps {
  item: OrderItem
  currency: string
  product: Product | undefined
}

function OrderLine({ item, currency, product }: OrderLineProps) {
  return (
    <li className="grid grid-cols-[64px_1fr_auto] items-center gap-4 border-line border-b py-4">
      <ProductPicture image={product?.image ?? null} name={item.name} decorative eager />
      <div className="min-w-0">
        <h2 className="text-lg wrap-anywhere">
          {product ? (
            <Link href={`/products/${product.slug}`} className="underline-offset-4 hover:underline">
              {item.name}
            </Link>
          ) : (
            item.name
          )}
        </h2>
        <p className="text-sm text-soft tabular-nums">
          {count(item.quantity)} × <Price amount={item.unitPrice} currency={currency} />
        </p>
      </div>
      <Price amount={item.total} currency={currency} className="font-medium" />
    </li>
  )
}
