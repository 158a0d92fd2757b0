'use client'

import { Search } from 'lucide-react'
import dynamic from 'next/dynamic'
import { type MouseEvent, useState } from 'react'
import { searchTexts } from '#messages/search.ts'
import { Link } from '../../components/link.tsx'

const loadSheet = () => import('./search-sheet.tsx')
const SearchSheet = dynamic(loadSheet)

/** On a phone: opens the search over the whole width. Without JavaScript it leads to a page with the same form. */
export function SearchLink() {
  const [isOpen, setOpen] = useState(false)

  function open(event: MouseEvent): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    setOpen(true)
  }

  return (
    <>
      <Link
        href="/search"
        prefetch={false}
        onClick={open}
        onPointerDown={() => void loadSheet()}
        className="grid size-11 place-items-center rounded-control hover:bg-tile active:bg-line sm:hidden"
      >
        <Search aria-hidden size={18} strokeWidth={1.75} />
        <span className="sr-only">{searchTexts.search}</span>
      </Link>
      {isOpen && <SearchSheet onClose={() => setOpen(false)} />}
    </>
  )
}
