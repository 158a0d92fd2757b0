import type { ReactNode } from 'react'
import { frameTexts } from '#messages/frame.ts'
import { CartDrawerOnNeed } from '../../features/cart/cart-drawer-on-need.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'

export default function ShopLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="sr-only rounded-control bg-ink text-paper focus:not-sr-only focus:px-4 focus:py-3 focus:fixed focus:top-2 focus:left-2 focus:z-50"
      >
        {frameTexts.skipToContent}
      </a>
      <Header />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-7xl flex-1 px-4 py-10 outline-none sm:px-8 sm:py-14"
      >
        {children}
      </main>
      <Footer />
      <CartDrawerOnNeed />
    </div>
  )
}
