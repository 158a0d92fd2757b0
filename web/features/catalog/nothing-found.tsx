import type { Category, Product } from '@onhand/contract/catalog'
import Link from 'next/link'
import { ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { count } from '../../lib/locale.ts'
import { type ListFilter, listHref } from './list-query.ts'
import { ProductRow } from './product-row.tsx'

interface NothingFoundProps {
  filter: ListFilter
  categories: Category[]
  /** How many the same words find without the other filters. */
  elsewhere: number
  /** Some of what can be bought now. */
  onTheShelf: readonly Product[]
}

/** Nothing fits: what would, and what there is instead. */
export function NothingFound({ filter, categories, elsewhere, onTheShelf }: NothingFoundProps) {
  const { q } = filter
  return (
    <>
      <EmptyState
        title={q ? `Nothing found for “${q}”` : 'Nothing fits these filters'}
        action={
          <>
            {q && elsewhere > 0 && (
              <ButtonLink href={listHref({ q })}>
                {elsewhere === 1 ? 'Show 1 in the whole shop' : `Show ${count(elsewhere)} in the whole shop`}
              </ButtonLink>
            )}
            <ButtonLink href="/" look={q && elsewhere > 0 ? 'quiet' : 'primary'}>
              Show everything
            </ButtonLink>
          </>
        }
      >
        <p>{advice(filter, elsewhere)}</p>
        {!filter.category && (
          <p className="mt-2">
            Or look through{' '}
            {nearest(categories, q).map(({ name }, index) => (
              <span key={name}>
                {index > 0 && ', '}
                <Link
                  href={listHref({ category: name })}
                  className="link inline-flex min-h-6 items-center text-ink"
                >
                  {name}
                </Link>
              </span>
            ))}
            .
          </p>
        )}
      </EmptyState>
      {onTheShelf.length > 0 && (
        <ProductRow title="On the shelf right now" products={onTheShelf} className="mt-16" />
      )}
    </>
  )
}

function advice({ q, category, inStock }: ListFilter, elsewhere: number): string {
  if (q && elsewhere > 0) return 'Nothing with these filters, that is.'
  if (q) return 'Try fewer or other words: we look in names, categories and descriptions.'
  if (category && inStock) return `Everything in ${category} is sold out at the moment.`
  return 'Take a filter off to see more.'
}

/** Categories that begin like the search come first. */
function nearest(categories: Category[], q = ''): Category[] {
  const start = q.slice(0, 3).toLowerCase()
  const near = ({ name }: Category): number => (start && name.toLowerCase().startsWith(start) ? 0 : 1)
  return categories.toSorted((one, other) => near(one) - near(other)).slice(0, 6)
}
