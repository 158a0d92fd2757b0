'use client'

import { useQuery } from '@tanstack/react-query'
import { Menu } from 'lucide-react'
import { type MouseEvent, type ReactNode, useId, useRef, useState } from 'react'
import { frameTexts } from '#messages/frame.ts'
import { Link } from '../../components/link.tsx'
import { listCategories } from '../../lib/api-on-need.ts'
import { count } from '../../lib/locale.ts'
import { listHref } from './list-query.ts'

/** The way to each category, from every page. The browser opens and closes it, without JavaScript as well. */
export function ShopMenu({ children }: { children: ReactNode }) {
  const menuId = useId()
  const menu = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)

  function closeAfterLink({ target, metaKey, ctrlKey, shiftKey }: MouseEvent): void {
    const isFollowed = target instanceof Element && target.closest('a') && !metaKey && !ctrlKey && !shiftKey
    if (isFollowed) menu.current?.hidePopover()
  }

  return (
    <>
      <button
        type="button"
        popoverTarget={menuId}
        className="inline-flex min-h-11 min-w-11 flex-none items-center justify-center gap-2 rounded-control text-sm font-medium hover:bg-tile active:bg-line max-lg:-ml-3 max-lg:order-first lg:px-3"
      >
        <Menu aria-hidden size={18} strokeWidth={1.75} />
        <span className="max-lg:sr-only">{frameTexts.categories}</span>
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link that is followed by the keyboard is clicked too */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears of the links in it */}
      <div
        ref={menu}
        id={menuId}
        popover=""
        onToggle={({ newState }) => setOpen(newState === 'open')}
        onClick={closeAfterLink}
        className="menu inset-auto top-16 left-0 m-0 max-h-[calc(100dvh-4rem)] w-full overflow-y-auto border-line border-b bg-paper p-4 text-ink shadow-(--shadow) sm:left-[max(1rem,calc(50vw-39rem))] sm:mt-2 sm:w-72 lg:left-[max(11rem,calc(50vw-29rem))] sm:rounded-tile sm:border sm:bg-raised sm:p-2"
      >
        <nav aria-label={frameTexts.allCategories}>
          <ul>
            <MenuLink href="/" name={frameTexts.everything} />
            {isOpen && <CategoryItems />}
          </ul>
        </nav>
        {children}
      </div>
    </>
  )
}

/** Read when the menu opens. Without an answer the way to everything is left. */
function CategoryItems() {
  const { data, isError } = useQuery({ queryKey: ['categories'], queryFn: listCategories })
  if (isError) return <li className="px-3 py-2 text-sm text-warn">{frameTexts.categoriesFailed}</li>
  if (!data) return waiting.map((width) => <li key={width} className={`skeleton mx-3 my-3 h-5 ${width}`} />)
  return data.categories.map(({ name, products }) => (
    <MenuLink key={name} href={listHref({ category: name })} name={name} products={products} />
  ))
}

const waiting = ['w-24', 'w-16', 'w-28', 'w-20']

function MenuLink({ href, name, products }: { href: string; name: string; products?: number }) {
  return (
    <li>
      <Link
        href={href}
        className="flex min-h-11 items-center justify-between gap-4 rounded-control px-3 hover:bg-tile active:bg-line"
      >
        <span className="min-w-0 wrap-anywhere">{name}</span>
        {products !== undefined && <span className="text-sm text-soft tabular-nums">{count(products)}</span>}
      </Link>
    </li>
  )
}
