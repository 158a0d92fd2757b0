'use client'

import { usePathname, useRouter } from 'next/navigation'
import { type ComponentType, useEffect } from 'react'
import { atFirstSign } from '../../components/at-first-sign.ts'
import { useOnNeed } from '../../components/use-on-need.ts'
import { closeCartDrawer, leaveCartDrawer, useCartDrawer } from './cart-drawer-state.ts'

/** The place of the drawer. Its code comes soon after somebody shows to be there, and when it is opened at the latest. */
export function CartDrawerOnNeed() {
  const open = useCartDrawer((state) => state.open)
  const wasAdded = useCartDrawer((state) => state.added !== undefined)
  const router = useRouter()
  const path = usePathname()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes it.
  useEffect(leaveCartDrawer, [path])
  useEffect(() => atFirstSign(preloadCartDrawer), [])
  const Drawer = useOnNeed(open, loadCartDrawer, () => {
    closeCartDrawer()
    // What was added shows in the header; whoever wanted to see the cart goes to its page.
    if (!wasAdded) router.push('/cart')
  })
  return Drawer && <Drawer />
}

function preloadCartDrawer(): void {
  loadCartDrawer().catch(() => {})
}

async function loadCartDrawer(): Promise<ComponentType> {
  return (await import('./cart-drawer.tsx')).CartDrawer
}
