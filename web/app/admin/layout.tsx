import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { frameTexts } from '#messages/frame.ts'
import { Link } from '../../components/link.tsx'
import { Wordmark } from '../../components/wordmark.tsx'
import { AdminGate } from '../../features/admin/admin-gate.tsx'
import { RoomNav } from '../../features/admin/room-nav.tsx'
import { LiveBadge } from '../../features/inventory/live-badge.tsx'

export const metadata: Metadata = { robots: { index: false, follow: false } }

export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="sr-only rounded-control bg-ink text-paper focus:not-sr-only focus:px-4 focus:py-3 focus:fixed focus:top-2 focus:left-2 focus:z-50"
      >
        {frameTexts.skipToContent}
      </a>
      <header className="sticky top-0 z-20 border-line border-b bg-paper max-md:static">
        <div className="mx-auto grid max-w-7xl grid-cols-[auto_1fr] items-center gap-x-8 px-4 sm:px-8 md:h-16 md:grid-cols-[auto_1fr_auto]">
          <Link
            href="/admin"
            aria-label={frameTexts.room}
            className="-ml-2 inline-flex min-h-11 items-center gap-3 rounded-control px-2 max-md:mt-2"
          >
            <Wordmark />
          </Link>
          <div className="max-md:col-span-2 max-md:row-start-2">
            <RoomNav />
          </div>
          <div className="justify-self-end">
            <LiveBadge />
          </div>
        </div>
        <noscript>
          <p className="border-line border-t px-4 py-2 text-center text-sm">{frameTexts.roomNoScript}</p>
        </noscript>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-7xl flex-1 px-4 py-8 outline-none sm:px-8 sm:py-12"
      >
        <AdminGate>{children}</AdminGate>
      </main>
    </div>
  )
}
