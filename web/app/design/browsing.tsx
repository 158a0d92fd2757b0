'use client'

import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from '../../components/link.tsx'
import { LinkPending } from '../../components/link-pending.tsx'
import { TextPage } from '../../components/text-page.tsx'
import { AccountNav } from '../../features/accounts/account-nav.tsx'
import { CategoryLinks } from '../../features/catalog/category-links.tsx'
import { FilterChips } from '../../features/catalog/filter-chips.tsx'
import { ListFilters } from '../../features/catalog/list-filters.tsx'
import { SearchField } from '../../features/search/search-field.tsx'
import SuggestionList from '../../features/search/suggestion-list.tsx'
import { listCategories } from '../../lib/api-on-need.ts'
import { Footer } from '../(shop)/footer.tsx'
import { Header } from '../(shop)/header.tsx'
import { Board, EachState, Shown, State, States } from './board.tsx'
import { categories, withStock } from './samples.ts'

export function Browsing() {
  return (
    <>
      <Board title="Header">
        <div className="flex flex-col gap-6">
          <State name="at rest" wide>
            <Edge>
              <Header />
            </Edge>
          </State>
          {(['hovered', 'pressed', 'focused'] as const).map((state) => (
            <State key={state} name={`the way to the cart ${state}`} wide still>
              <Shown as={state} on={'a[href="/cart"]'}>
                <Edge>
                  <Header />
                </Edge>
              </Shown>
            </State>
          ))}
        </div>
      </Board>
      <Board title="Search field">
        <div className="grid gap-6 max-sm:hidden sm:grid-cols-3">
          <EachState on="input" states={['hovered', 'focused']} wide still>
            <SearchField />
          </EachState>
        </div>
        <p className="text-sm text-soft mt-3">
          Narrower windows have no field but{' '}
          <Link href="/design/search" className="link">
            a sheet over the page
          </Link>
          .
        </p>
      </Board>
      <Board title="Suggestions">
        <div className="grid items-start gap-6 md:grid-cols-2">
          <State name="the first hovered, the second chosen by keyboard" wide>
            <Shown as="hovered" on="[role=option]:first-child">
              <Suggestions q="oak" active={1} found={[12, 3, 0]} />
            </Shown>
          </State>
          <State name="nothing found" wide>
            <Suggestions q="walnut" found={[]} />
          </State>
        </div>
      </Board>
      <Board title="Category links">
        <div className="flex flex-col gap-4">
          <EachState on="li:last-child a" states={['hovered', 'focused']} wide still>
            <CategoryLinks filter={{ category: 'Wood' }} categories={categories} />
          </EachState>
        </div>
      </Board>
      <Board title="In stock only, and order">
        <Filters />
      </Board>
      <Board title="Filter chips">
        <div className="flex flex-col gap-4">
          <State name="nothing to take off" wide>
            <FilterChips filter={{}} total={1_111} />
          </State>
          <State name="one" wide>
            <FilterChips filter={{ inStock: true }} total={1} />
          </State>
          <EachState on="li:first-child a" states={['hovered', 'focused']} rest="several" wide>
            <FilterChips filter={{ q: 'oak', category: 'Wood', inStock: true }} total={0} />
          </EachState>
        </div>
      </Board>
      <Board title="Between the pages of an account">
        <States>
          <EachState on="li:first-child a" states={['hovered', 'focused']} still>
            <AccountNav />
          </EachState>
        </States>
      </Board>
      <Board title="A link that was followed">
        <State name="while the shop has not answered">
          <Followed>
            <Link href="/design/never" className="link relative" style={{ marginLeft: 20 }}>
              Wood
              <LinkPending className="top-1/2 right-full mr-1 -translate-y-1/2" />
            </Link>
          </Followed>
        </State>
      </Board>
      <Board title="A page of text">
        <TextPage title="How it is made">
          <h2>By hand</h2>
          <p>Small batches from one workshop, each piece counted when it is finished.</p>
          <ul>
            <li>Oak from the valley</li>
            <li>Linseed oil</li>
          </ul>
        </TextPage>
      </Board>
      <Board title="Footer">
        <Edge>
          <Shown as="hovered" on="nav div:first-child li:first-child a">
            <Footer />
          </Shown>
        </Edge>
      </Board>
    </>
  )
}

/** What goes from one edge of the window to the other. */
function Edge({ children }: { children: ReactNode }) {
  return <div className="-mx-4 sm:-mx-8">{children}</div>
}

/** With the categories that the shop has: what the shop tells of its catalog reaches them here, too. */
function Filters() {
  const { data } = useQuery({ queryKey: ['design', 'categories'], queryFn: () => listCategories() })
  if (!data) return null
  return (
    <div className="flex flex-col gap-4">
      <State name="nothing chosen" wide>
        <ListFilters filter={{}} served={data} />
      </State>
      <State name="chosen" wide still>
        <ListFilters filter={{ category: 'Wood', inStock: true, sort: 'price' }} served={data} />
      </State>
      <State name="hovered" wide still>
        <Shown as="hovered" on="[type=checkbox], select">
          <ListFilters filter={{}} served={data} />
        </Shown>
      </State>
      <State name="focused" wide still>
        <Shown as="focused" on="[type=checkbox], select">
          <ListFilters filter={{ inStock: true }} served={data} />
        </Shown>
      </State>
    </div>
  )
}

interface SuggestionsProps {
  q: string
  /** The stock of each that fits. */
  found: number[]
  active?: number
}

function Suggestions({ q, found, active }: SuggestionsProps) {
  const products = found.map(withStock)
  const hrefs = [...products.map(({ slug }) => `/products/${slug}`), `/?q=${q}`]
  return (
    <div className="rounded-tile border border-line bg-raised p-2 shadow-(--shadow)">
      <SuggestionList
        id={`design-${q}`}
        suggestions={{ q, products }}
        hrefs={hrefs}
        active={active}
        onChosen={() => undefined}
      />
    </div>
  )
}

/** Follows the link in it. */
function Followed({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector('a')?.click(), [])
  return <div ref={place}>{children}</div>
}
