import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { groupIds } from '../groups.ts'

export const metadata: Metadata = { title: 'Design', robots: { index: false } }

interface PiecePageProps {
  params: Promise<{ piece: string }>
}

/** One group of the board, or what takes a whole page for itself, open; in development only. */
export default async function PiecePage({ params }: PiecePageProps) {
  if (process.env.NODE_ENV === 'development') {
    const { piece } = await params
    // For a link that the board shows while it has no answer.
    if (piece === 'never') await new Promise(() => {})
    const { DesignBoard } = await import('../design-board.tsx')
    const group = groupIds.find((id) => id === piece)
    if (group) return <DesignBoard shown={[group]} />
    const { DrawerPage, SheetPage, ZoomPage } = await import('../over-pages.tsx')
    const Piece = new Map([
      ['drawer', DrawerPage],
      ['search', SheetPage],
      ['zoom', ZoomPage],
    ]).get(piece)
    if (Piece) return <Piece />
  }
  notFound()
}
