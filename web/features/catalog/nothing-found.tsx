import type { Category, Product } from '@onhand/contract/catalog'
import { nothingFoundTexts } from '#messages/nothing-found.tsx'
import { ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Link } from '../../components/link.tsx'
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
        title={q ? nothingFoundTexts.forSearch(q) : nothingFoundTexts.forFilters}
        action={
          <>
            {q && elsewhere > 0 && (
              <ButtonLink href={listHref({ q })}>{nothingFoundTexts.showInWholeShop(elsewhere)}</ButtonLink>
            )}
            <ButtonLink href="/" look={q && elsewhere > 0 ? 'quiet' : 'primary'}>
              {nothingFoundTexts.showEverything}
            </ButtonLink>
          </>
        }
      >
        <p>{advice(filter, elsewhere)}</p>
        {!filter.category && (
          <p className="mt-2">
            {nothingFoundTexts.lookThrough(
              nearest(categories, q).map(({ name }, index) => (
                <span key={name}>
                  {index > 0 && ', '}
                  <Link
                    href={listHref({ category: name })}
                    className="link inline-flex min-h-6 items-center text-ink"
                  >
                    {name}
                  </Link>
                </span>
              )),
            )}
          </p>
        )}
      </EmptyState>
      {onTheShelf.length > 0 && (
        <ProductRow title={nothingFoundTexts.onTheShelf} products={onTheShelf} className="mt-16" />
      )}
    </>
  )
}

function advice({ q, category, inStock }: ListFilter, elsewhere: number): string {
  if (q && elsewhere > 0) return nothingFoundTexts.withTheseFilters
  if (q) return nothingFoundTexts.tryOtherWords
  if (category && inStock) return nothingFoundTexts.allSoldOut(category)
  return nothingFoundTexts.takeOneOff
}

/** Categories that begin like the search come first. */
function nearest(categories: Category[], q = ''): Category[] {
  const start = q.slice(0, 3).toLowerCase()
  const near = ({ name }: Category): number => (start && name.toLowerCase().startsWith(start) ? 0 : 1)
  return categories.toSorted((one, other) => near(one) - near(other)).slice(0, 6)
}
