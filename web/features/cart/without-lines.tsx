import type { ReactNode } from 'react'
import { cartTexts } from '#messages/cart.ts'
import { CartSkeleton } from './cart-skeleton.tsx'

interface WithoutLinesProps {
  /** False in a page's HTML and until the cart was read. */
  loaded: boolean
  /** What is said beside a cart with lines, whatever they are. */
  words: ReactNode
  /** What is said of an empty cart. */
  children: ReactNode
}

/** An empty cart. Until it was read: its shape, or that it is empty, where the script in the head has seen that it is. */
export function WithoutLines({ loaded, words, children }: WithoutLinesProps) {
  return (
    <>
      {!loaded && (
        <>
          <noscript>
            <p className="text-warn">{cartTexts.noScript}</p>
          </noscript>
          <div className="cart-page in-data-[cart-found=empty]:hidden noscript:hidden">
            <CartSkeleton>{words}</CartSkeleton>
          </div>
        </>
      )}
      <div className={loaded ? undefined : 'not-in-data-[cart-found=empty]:hidden'}>{children}</div>
    </>
  )
}
