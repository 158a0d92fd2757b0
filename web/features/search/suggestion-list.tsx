'use client'

import { ArrowRight } from 'lucide-react'
import { suggestionTexts } from '#messages/suggestions.tsx'
import { Link } from '../../components/link.tsx'
import { Price } from '../../components/price.tsx'
import { ProductPicture } from '../../components/product-picture.tsx'
import { StockFigure } from '../inventory/stock-figure.tsx'
import { Marked } from './marked.tsx'
import type { Suggestions } from './use-suggestions.ts'

interface SuggestionListProps {
  id: string
  suggestions: Suggestions
  /** Where each option leads: the products', then all results'. */
  hrefs: readonly string[]
  /** The option that Enter would follow. */
  active: number | undefined
  onChosen: () => void
}

const option =
  'flex items-center gap-4 rounded-control px-3 py-2 hover:bg-tile active:bg-line aria-selected:bg-tile aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-ink'

/** Products that fit what was typed, with their live stock, and the way to all of them. */
export default function SuggestionList({ id, suggestions, hrefs, active, onChosen }: SuggestionListProps) {
  const { q, products } = suggestions
  return (
    <>
      <p role="status" className={products.length > 0 ? 'sr-only' : 'px-3 py-4 text-sm text-soft'}>
        {words(products.length, q)}
      </p>
      <div role="listbox" id={id} aria-label={suggestionTexts.suggestions}>
        {products.map((product, index) => (
          <Link
            key={product.id}
            href={hrefs[index] ?? '/'}
            role="option"
            id={`${id}-${index}`}
            aria-selected={active === index}
            tabIndex={-1}
            onClick={onChosen}
            className={option}
          >
            <span className="w-12 flex-none">
              <ProductPicture
                image={product.image}
                name={product.name}
                decorative
                className="rounded-control"
              />
            </span>
            <span className="min-w-0 flex-1">
              <span className="line-clamp-1 font-display text-lg leading-tight wrap-anywhere">
                <Marked name={product.name} q={q} />
              </span>
              <StockFigure product={product} />
            </span>
            <Price
              amount={product.price}
              currency={product.currency}
              className="flex-none self-start text-sm"
            />
          </Link>
        ))}
        <Link
          href={hrefs.at(-1) ?? '/'}
          role="option"
          id={`${id}-${products.length}`}
          aria-selected={active === products.length}
          tabIndex={-1}
          onClick={onChosen}
          className={`${option} min-h-11 text-sm`}
        >
          <span className="min-w-0 flex-1 truncate">
            {(products.length > 0 ? suggestionTexts.allResultsFor : suggestionTexts.searchTheShopFor)(
              <span className="font-medium">{suggestionTexts.quoted(q)}</span>,
            )}
          </span>
          <ArrowRight aria-hidden size={16} className="flex-none" />
        </Link>
      </div>
    </>
  )
}

function words(found: number, q: string): string {
  return found === 0 ? suggestionTexts.nothingFound(q) : suggestionTexts.found(found)
}
