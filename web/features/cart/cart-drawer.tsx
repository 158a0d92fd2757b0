'use client'

import { Dialog } from '@base-ui/react/dialog'
import { Check, X } from 'lucide-react'
import { useEffect } from 'react'
import { cartTexts } from '#messages/cart.ts'
import { ButtonLink } from '../../components/button.tsx'
import { preloadToasts } from '../../components/toasts-on-need.tsx'
import { nameTopLayer } from '../../components/top-layer.ts'
import { closeCartDrawer, leaveCartDrawer, openerOfCartDrawer, useCartDrawer } from './cart-drawer-state.ts'
import { CartLineRow } from './cart-line-row.tsx'
import { CartTotal } from './cart-total.tsx'
import { EmptyCart } from './empty-cart.tsx'
import { type CartContents, useCartContents } from './use-cart-contents.ts'

/** The cart beside the page, after something was added or when it is looked into. */
export function CartDrawer() {
  const open = useCartDrawer((state) => state.open)
  useEffect(preloadToasts, [])
  return (
    <Dialog.Root open={open} onOpenChange={(next) => next || closeCartDrawer()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="drawer-backdrop fixed inset-0 z-40" />
        <Dialog.Popup
          ref={nameTopLayer}
          data-cart
          finalFocus={whereItCameFrom}
          className="drawer fixed inset-y-0 right-0 z-40 flex w-full flex-col bg-paper outline-none sm:w-112 sm:border-line sm:border-l"
        >
          <DrawerContents />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function DrawerContents() {
  const contents = useCartContents()
  const lastAdded = useCartDrawer((state) => state.added)
  const isThere = contents.entries.some(({ line }) => line.productId === lastAdded?.productId)
  const added = isThere ? lastAdded?.words : undefined
  return (
    <>
      <header className="flex min-h-16 items-center justify-between gap-4 border-line border-b py-3 pr-2 pl-4 sm:pl-6">
        <div className="min-w-0">
          <Dialog.Title className="text-2xl">{cartTexts.yourCart}</Dialog.Title>
          <Dialog.Description
            className={added === undefined ? 'sr-only' : 'flex items-baseline gap-1.5 text-sm text-soft'}
          >
            {added !== undefined && <Check aria-hidden size={14} className="flex-none translate-y-0.5" />}
            <span className="wrap-anywhere">{added ?? cartTexts.whatItHolds}</span>
          </Dialog.Description>
        </div>
        <Dialog.Close
          aria-label={cartTexts.close}
          className="grid size-11 flex-none place-items-center rounded-control transition-colors hover:bg-tile active:bg-line"
        >
          <X aria-hidden size={20} />
        </Dialog.Close>
      </header>
      {contents.entries.length === 0 ? (
        <div className="overflow-y-auto p-4 sm:p-6">
          <EmptyCart onLeave={leaveCartDrawer} />
        </div>
      ) : (
        <FilledDrawer contents={contents} />
      )}
    </>
  )
}

function FilledDrawer({ contents }: { contents: CartContents }) {
  return (
    <>
      <ul className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-4 sm:px-6">
        {contents.entries.map((entry) => (
          <CartLineRow key={entry.line.productId} entry={entry} compact onLeave={leaveCartDrawer} />
        ))}
      </ul>
      <footer className="flex flex-col gap-4 px-4 pb-[max(16px,env(safe-area-inset-bottom))] sm:px-6 sm:pb-6">
        <CartTotal contents={contents} />
        <div className="grid grid-cols-2 gap-3">
          <ButtonLink href="/cart" look="quiet" onNavigate={leaveCartDrawer} className="px-3">
            {cartTexts.viewCart}
          </ButtonLink>
          <ButtonLink href="/checkout" prefetch="auto" onNavigate={leaveCartDrawer} className="px-3">
            {cartTexts.checkout}
          </ButtonLink>
        </div>
      </footer>
    </>
  )
}

/** A button that was disabled meanwhile cannot have the focus; then the cart's link has it. */
function whereItCameFrom(): HTMLElement | boolean {
  const opener = openerOfCartDrawer()
  if (!opener) return false
  const isThere = opener.isConnected && !opener.matches(':disabled')
  return (isThere ? opener : document.querySelector<HTMLElement>('header a[href="/cart"]')) ?? false
}
