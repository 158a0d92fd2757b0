import type { Product } from '@onhand/contract/catalog'
import type { Order, OrderItem } from '@onhand/contract/orders'
import { Check, X } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Price } from '../../components/price.tsx'
import { ProductPicture } from '../../components/product-picture.tsx'
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
    <div className="mx-auto flex max-w-2xl flex-col gap-10">
      <header className="flex flex-col items-start gap-4">
        <span aria-hidden className="grid size-12 place-items-center rounded-full bg-ink text-paper">
          {cancelled ? <X size={24} /> : <Check size={24} />}
        </span>
        <h1 className="text-4xl sm:text-5xl">{title}</h1>
        <p className="text-soft">
          Ordered on <LocalTime at={order.createdAt} />.{' '}
          {cancelled
            ? 'Everything below went back to the shelf.'
            : 'Everything below was on the shelf and has been taken from it for you.'}
        </p>
        <p className="text-sm">
          Order{' '}
          <span data-testid="order-id" className="break-all font-medium">
            {order.id}
          </span>
        </p>
      </header>
      <section aria-label="What you bought">
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
          <span>Total</span>
          <Price amount={order.total} currency={order.currency} className="font-display text-2xl" />
        </p>
      </section>
      <footer className="flex flex-col items-start gap-6 border-line border-t pt-6">{children}</footer>
    </div>
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
          {item.quantity} × <Price amount={item.unitPrice} currency={currency} />
        </p>
      </div>
      <Price amount={item.total} currency={currency} className="font-medium" />
    </li>
  )
}
