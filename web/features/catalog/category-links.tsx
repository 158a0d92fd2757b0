import type { Category } from '@onhand/contract/catalog'
import { useEffect, useRef } from 'react'
import { listTexts } from '#messages/list.ts'
import { Link } from '../../components/link.tsx'
import { LinkPending } from '../../components/link-pending.tsx'
import { count } from '../../lib/locale.ts'
import { type ListFilter, listHref } from './list-query.ts'

interface CategoryLinksProps {
  filter: ListFilter
  categories: Category[]
}

export function CategoryLinks({ filter, categories }: CategoryLinksProps) {
  const { category: _, ...others } = filter
  const all = categories.reduce((sum, { products }) => sum + products, 0)
  // How many there are of each is not how many are found.
  const isCounted = !others.q && !others.inStock
  const row = useCurrentInSight(filter.category)
  return (
    <nav
      ref={row}
      aria-label={listTexts.categories}
      className="-mx-4 -my-1 overflow-x-auto px-4 py-1 [scrollbar-width:none] sm:mx-0 sm:px-0"
    >
      <ul className="-mx-3 flex gap-1 sm:flex-wrap">
        <CategoryLink
          href={listHref(others)}
          name={listTexts.all}
          products={isCounted ? all : undefined}
          current={!filter.category}
        />
        {categories.map(({ name, products }) => (
          <CategoryLink
            key={name}
            href={listHref({ ...others, category: name })}
            name={name}
            products={isCounted ? products : undefined}
            current={filter.category === name}
          />
        ))}
      </ul>
    </nav>
  )
}

/** Where the row is wider than the page, the one that is shown comes into sight. */
function useCurrentInSight(category: string | undefined) {
  const row = useRef<HTMLElement>(null)
  useEffect(() => {
    const current =
      category === undefined ? undefined : row.current?.querySelector<HTMLElement>('[aria-current]')
    if (current && row.current) row.current.scrollLeft = current.offsetLeft - row.current.clientWidth / 3
  }, [category])
  return row
}

interface CategoryLinkProps {
  href: string
  name: string
  products: number | undefined
  current: boolean
}

function CategoryLink({ href, name, products, current }: CategoryLinkProps) {
  return (
    <li className="flex-none">
      <Link
        href={href}
        scroll={false}
        aria-current={current ? 'true' : undefined}
        className="group/link relative inline-flex min-h-10 items-center gap-1.5 rounded-control px-3 text-sm text-soft transition-colors hover:text-ink active:bg-tile aria-[current]:text-ink pointer-coarse:min-h-11"
      >
        <span className="border-transparent border-b-2 py-1 transition-colors group-hover/link:border-line-strong group-aria-[current]/link:border-ink group-aria-[current]/link:font-medium forced-colors:border-[Canvas] forced-colors:group-aria-[current]/link:border-[CanvasText]">
          {name}
        </span>
        {products !== undefined && <span className="text-xs text-soft tabular-nums">{count(products)}</span>}
        <LinkPending className="top-1/2 left-0 -translate-y-1/2" />
      </Link>
    </li>
  )
}
