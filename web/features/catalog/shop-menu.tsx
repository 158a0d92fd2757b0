'use client'

import { Menu } from 'lucide-react'
import { type MouseEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { frameTexts } from '#messages/frame.ts'
import { useOnNeed } from '../../components/use-on-need.ts'
import { MenuLink } from './menu-link.tsx'

const loadCategories = async () => (await import('./menu-categories.tsx')).MenuCategories

/** The way to each category, from every page. The browser opens and closes it; without JavaScript it leads to the list, which has them. */
export function ShopMenu({ children }: { children: ReactNode }) {
  const menuId = useId()
  const menu = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const Categories = useOnNeed(isOpen, loadCategories)
  // It may have been opened before this code was there.
  useEffect(() => setOpen(menu.current?.matches(':popover-open') ?? false), [])

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
            {isOpen && Categories && <Categories />}
          </ul>
        </nav>
        {children}
      </div>
    </>
  )
}
