import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

export const metadata: Metadata = { title: 'Design', robots: { index: false } }

/** Every component in every state, for whoever works on the shop; a shopper finds nothing here. */
export default async function DesignPage() {
  // Asked this way round, what is imported is in no build of the shop.
  if (process.env.NODE_ENV === 'development') {
    const { DesignBoard } = await import('./design-board.tsx')
    return <DesignBoard />
  }
  notFound()
}
