import { orderTexts } from '#messages/orders.tsx'

/** The shape of the list of orders while it is on its way. */
export function OrderHistorySkeleton() {
  return (
    <div aria-busy="true" className="border-line border-t">
      {['first', 'second', 'third'].map((order) => (
        <div
          key={order}
          className="grid grid-cols-[1fr_auto] gap-x-8 gap-y-3 border-line border-b py-6 sm:grid-cols-[9rem_1fr_auto]"
        >
          <div className="flex flex-col gap-1">
            <div className="skeleton h-5 w-28" />
            <div className="skeleton h-5 w-24" />
          </div>
          <div className="flex flex-col gap-3 max-sm:order-last max-sm:col-span-2">
            <div className="skeleton h-7 w-2/3" />
            <div className="skeleton h-10 w-28" />
          </div>
          <div className="skeleton h-6 w-16" />
        </div>
      ))}
      <p className="sr-only">{orderTexts.loadingOrders}</p>
    </div>
  )
}
