import type { ReactNode } from 'react'
import { cartTexts } from '#messages/cart.ts'

/** As many as a tall window shows; what else there is stands below it. */
const rows = ['1', '2', '3', '4', '5', '6', '7', '8']

/**
 * The shape of a cart, until this browser's own was read; as high as it will be where the script in the head has counted its lines.
 *
 * @param children what stands below the button, whatever is in the cart: it can be read at once
 */
export function CartSkeleton({ children }: { children?: ReactNode }) {
  return (
    <div aria-busy="true" className="grid gap-x-16 gap-y-8 lg:grid-cols-[1fr_20rem]">
      <div className="h-[calc(var(--cart-lines,2)*var(--row)+1px)] overflow-clip border-line border-t [--row:189px] pointer-coarse:[--row:193px]">
        {rows.map((row) => (
          <div
            key={row}
            className="grid h-(--row) grid-cols-[88px_1fr] gap-4 border-line border-b py-6 sm:grid-cols-[128px_1fr] sm:gap-6"
          >
            <div className="skeleton aspect-square self-start rounded-tile" />
            <div className="flex flex-col gap-3">
              <div className="skeleton h-6 w-2/3" />
              <div className="skeleton h-4 w-24" />
              <div className="skeleton h-10 w-28" />
            </div>
          </div>
        ))}
      </div>
      <div className="flex flex-col gap-4">
        <div className="skeleton h-12" />
        <div className="skeleton h-12" />
        {children}
      </div>
      <p className="sr-only">{cartTexts.loading}</p>
    </div>
  )
}
