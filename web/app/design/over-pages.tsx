'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'
import { CartDrawer } from '../../features/cart/cart-drawer.tsx'
import { openCartDrawer } from '../../features/cart/cart-drawer-state.ts'
import { cart } from '../../features/cart/cart-store.ts'
import { addedWords } from '../../features/cart/cart-words.ts'
import ZoomDialog from '../../features/catalog/zoom-dialog.tsx'
import SearchSheet from '../../features/search/search-sheet.tsx'
import { listProducts } from '../../lib/api-on-need.ts'
import { bowl } from './samples.ts'

/** The drawer with some of what the shop has, just added. The browser's own cart stays what it is. */
export function DrawerPage() {
  const opener = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    void listProducts({ limit: 3 }).then(({ products }) => {
      // The second wants more than there is.
      const lines = products.map(({ id, name, stock }, index) => ({
        productId: id,
        name,
        quantity: index === 1 ? stock + 1 : 1,
      }))
      cart.store.setState({ lines })
      const [first] = lines
      if (!first || !opener.current) return
      openCartDrawer(opener.current, { productId: first.productId, words: addedWords(first.name, 1, 1, 9) })
    })
    return cart.load
  }, [])
  return (
    <Under>
      <h1 ref={opener} className="text-4xl">
        Design
      </h1>
      <CartDrawer />
    </Under>
  )
}

/** The search of a phone. Closed, it leads back. */
export function SheetPage() {
  const router = useRouter()
  return (
    <Under>
      <h1 className="text-4xl">Design</h1>
      <SearchSheet onClose={() => router.push('/design')} />
    </Under>
  )
}

/** A picture that is looked at from near. Closed, it leads back. */
export function ZoomPage() {
  const router = useRouter()
  return (
    <Under>
      <h1 className="text-4xl">Design</h1>
      {bowl.image && <ZoomDialog image={bowl.image} onClose={() => router.push('/design')} />}
    </Under>
  )
}

/** The page that steps back. */
function Under({ children }: { children: ReactNode }) {
  return (
    <main id="content" className="mx-auto max-w-5xl px-4 py-8 sm:px-8">
      {children}
    </main>
  )
}
