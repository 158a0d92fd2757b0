import { cartTexts } from '#messages/cart.ts'

/** The shape of a cart, until this browser's own was read. */
export function CartSkeleton() {
  return (
    <div aria-busy="true" className="grid gap-x-16 gap-y-8 lg:grid-cols-[1fr_20rem]">
      <div className="border-line border-t">
        {['first', 'second'].map((line) => (
          <div
            key={line}
            className="grid grid-cols-[88px_1fr] gap-4 border-line border-b py-6 sm:grid-cols-[128px_1fr] sm:gap-6"
          >
            <div className="skeleton aspect-square rounded-tile" />
            <div className="flex flex-col gap-3">
              <div className="skeleton h-6 w-2/3" />
              <div className="skeleton h-4 w-24" />
              <div className="skeleton h-10 w-28" />
            </div>
          </div>
        ))}
      </div>
      <div className="flex flex-col gap-4">
        <div className="skeleton h-8" />
        <div className="skeleton h-12" />
      </div>
      <p className="sr-only">{cartTexts.loading}</p>
    </div>
  )
}
