import { X } from 'lucide-react'
import { filterChipTexts } from '#messages/filter-chips.ts'
import { Link } from '../../components/link.tsx'
import { LinkPending } from '../../components/link-pending.tsx'
import { ChipList } from './chip-list.tsx'
import { isFiltered, type ListFilter, listHref, without } from './list-query.ts'

interface FilterChipsProps {
  filter: ListFilter
  /** Products that fit, on all pages. */
  total: number
}

/** How many products fit, and what they had to fit: each condition can be taken off. */
export function FilterChips({ filter, total }: FilterChipsProps) {
  const { q, category, inStock, ...rest } = filter
  const chips = [
    q !== undefined && { words: filterChipTexts.quoted(q), href: listHref(without(filter, 'q')) },
    category !== undefined && { words: category, href: listHref(without(filter, 'category')) },
    inStock && { words: filterChipTexts.inStockOnly, href: listHref(without(filter, 'inStock')) },
  ].filter((chip) => chip !== false && chip !== undefined)
  return (
    <div className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-2 text-sm pointer-coarse:min-h-11">
      <p role="status" tabIndex={-1} className="rounded-sm text-soft tabular-nums">
        {filterChipTexts.products(total)}
      </p>
      {isFiltered(filter) && (
        <ChipList label={filterChipTexts.filters}>
          {chips.map(({ words, href }) => (
            <li key={words}>
              <Link
                href={href}
                scroll={false}
                className="relative inline-flex min-h-8 max-w-72 items-center gap-1.5 rounded-full bg-tile pr-2 pl-3 forced-colors:border hover:bg-line active:bg-line-strong/40 pointer-coarse:min-h-11 pointer-coarse:pr-3 pointer-coarse:pl-4"
              >
                <span className="sr-only">{filterChipTexts.takeOff} </span>
                <span className="truncate">{words}</span>
                <X aria-hidden size={14} className="flex-none" />
                <LinkPending className="right-2 rounded-full bg-tile" />
              </Link>
            </li>
          ))}
          {chips.length > 1 && (
            <li>
              <Link
                href={listHref(rest)}
                scroll={false}
                className="link relative inline-flex min-h-8 items-center px-1 text-soft hover:text-ink pointer-coarse:min-h-11"
              >
                {filterChipTexts.clearAll}
              </Link>
            </li>
          )}
        </ChipList>
      )}
    </div>
  )
}
