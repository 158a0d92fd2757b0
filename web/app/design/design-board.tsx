'use client'

import { type ComponentType, useEffect, useLayoutEffect, useSyncExternalStore } from 'react'
import { Link } from '../../components/link.tsx'
import { ThemeChoice } from '../../components/theme-choice.tsx'
import { CartDrawerOnNeed } from '../../features/cart/cart-drawer-on-need.tsx'
import { onTheme, theme } from '../../lib/theme.ts'
import { Browsing } from './browsing.tsx'
import { Buying } from './buying.tsx'
import { Colours } from './colours.tsx'
import { Controls } from './controls.tsx'
import { type GroupId, groupIds, groups } from './groups.ts'
import { Messages, OnTheWay } from './messages.tsx'
import { Products } from './products.tsx'
import { keepForSale } from './samples.ts'
import { showStates } from './show-states.ts'
import { TypeScale } from './type-scale.tsx'

const contents: Record<GroupId, ComponentType> = {
  foundations: Foundations,
  controls: Controls,
  browsing: Browsing,
  products: Products,
  buying: Buying,
  messages: Messages,
  'on-the-way': OnTheWay,
}

/** Everything at once, or one group of it, in one theme or the other. */
export function DesignBoard({ shown = groupIds }: { shown?: readonly GroupId[] }) {
  useLayoutEffect(showStates, [])
  useEffect(keepForSale, [])
  return (
    <main id="content" className="mx-auto max-w-5xl px-4 py-8 sm:px-8">
      <h1 className="text-4xl">Design</h1>
      <p className="mt-2 max-w-2xl text-soft">
        Every component in every state. The rhythm is 8 pixels; the one accent is green, and it means live.
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3 text-sm">
        <ThemeChoice />
        <nav aria-label="Groups">
          <ul className="flex flex-wrap gap-x-4">
            {groupIds.map((id) => (
              <li key={id}>
                <Link href={`/design/${id}`} className="link inline-flex min-h-6 items-center">
                  {groups[id]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {shown.map((id) => {
        const Contents = contents[id]
        return (
          <div key={id} className="mt-16 border-ink border-t pt-6">
            <h2 className="text-3xl">{groups[id]}</h2>
            <Contents />
          </div>
        )
      })}
      <CartDrawerOnNeed />
    </main>
  )
}

function Foundations() {
  const chosen = useSyncExternalStore(onTheme, theme, () => 'system')
  return (
    <>
      <Colours key={chosen} />
      <TypeScale />
    </>
  )
}
