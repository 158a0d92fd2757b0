import { orderTexts } from '#messages/orders.tsx'

/** The shape of a confirmation while it is on its way. */
export function OrderSkeleton() {
  return (
    <div aria-busy="true" className="mx-auto flex w-full max-w-2xl flex-col gap-6">
      <h1 className="sr-only">{orderTexts.loadingOrder}</h1>
      <div className="skeleton size-12 rounded-full" />
      <div className="skeleton h-12 w-4/5" />
      <div className="skeleton h-5 w-3/5" />
      <div className="skeleton mt-4 h-24" />
      <div className="skeleton h-24" />
    </div>
  )
}
