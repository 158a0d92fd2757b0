import type { Product } from '@onhand/contract/catalog'
import type { Order } from '@onhand/contract/orders'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageTexts } from '#messages/pages.ts'
import { ButtonLink } from '../../../../components/button.tsx'
import { SkeletonOnNavigation } from '../../../../components/skeleton-on-navigation.tsx'
import { KeepOrder } from '../../../../features/orders/keep-order.tsx'
import { OrderSkeleton } from '../../../../features/orders/order-skeleton.tsx'
import { OrderView } from '../../../../features/orders/order-view.tsx'
import { orderTitle } from '../../../../features/orders/order-words.ts'
import { OwnOrder } from '../../../../features/orders/own-order.tsx'
import { PrintReceipt } from '../../../../features/orders/print-receipt.tsx'
import { RefreshOrder } from '../../../../features/orders/refresh-order.tsx'
import { showOrder, showProduct } from '../../../../lib/api.ts'
import { isRefusal } from '../../../../lib/api-errors.ts'

export const metadata: Metadata = { title: pageTexts.order, robots: { index: false, follow: false } }

export const dynamic = 'force-dynamic'

interface OrderPageProps {
  params: Promise<{ id: string }>
  searchParams: Promise<{ token?: string | string[] }>
}

export default function OrderPage(props: OrderPageProps) {
  return (
    <SkeletonOnNavigation skeleton={<OrderSkeleton />}>
      <OneOrder {...props} />
    </SkeletonOnNavigation>
  )
}

async function OneOrder({ params, searchParams }: OrderPageProps) {
  const { token } = await searchParams
  const id = decodeURIComponent((await params).id)
  // The session is known only in the browser, so that is where an owner's order is read.
  if (typeof token !== 'string') return <OwnOrder id={id} />
  const order = await orderOr404(id, token)
  return (
    <OrderView order={order} title={orderTitle(order, Date.now())} products={await productsOf(order)}>
      <RefreshOrder id={id} token={token} status={order.status} />
      <p className="text-sm text-soft">{pageTexts.keepAddress}</p>
      <KeepOrder id={id} token={token} />
      <div className="flex flex-wrap gap-3">
        <PrintReceipt />
        <ButtonLink href="/" look="quiet">
          {pageTexts.backToShop}
        </ButtonLink>
      </div>
    </OrderView>
  )
}

async function orderOr404(id: string, token: string): Promise<Order> {
  try {
    return await showOrder(id, { token })
  } catch (error) {
    if (isRefusal(error, 'order_not_found') || isRefusal(error, 'invalid_request')) notFound()
    throw error
  }
}

/** The pictures are only an extra: a product that cannot be loaded is left out. */
async function productsOf({ items }: Order): Promise<Map<string, Product>> {
  const loaded = await Promise.allSettled(items.map(({ productId }) => showProduct(productId)))
  return new Map(
    loaded.flatMap((result) => (result.status === 'fulfilled' ? [[result.value.id, result.value]] : [])),
  )
}
