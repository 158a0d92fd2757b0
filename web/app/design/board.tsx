'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { classNames } from '../../components/class-names.ts'

export function Board({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-10 border-line border-t pt-6">
      <h3 className="mb-4 text-2xl">{title}</h3>
      {children}
    </section>
  )
}

/** States of one component, in a row that breaks where it has to. */
export function States({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-start gap-x-6 gap-y-4">{children}</div>
}

interface StateProps {
  name: string
  /** As wide as there is room. */
  wide?: boolean
  /** To be looked at alone: of what names a part of the page, there is one on a page. */
  still?: boolean
  children: ReactNode
}

/** One state of a component, with its name. */
export function State({ name, wide = false, still = false, children }: StateProps) {
  return (
    <div
      style={{ maxWidth: '100%' }}
      className={classNames('flex min-w-0 flex-col gap-2', wide ? 'w-full' : 'items-start')}
    >
      <p className="text-soft text-xs">{name}</p>
      {still ? (
        <div inert className="w-full">
          {children}
        </div>
      ) : (
        children
      )}
    </div>
  )
}

/** What is pressed is pointed at, too. */
const shownStates = {
  hovered: 'hover',
  pressed: 'hover active',
  focused: 'focus-visible',
} as const
type ShownState = keyof typeof shownStates

interface ShownProps {
  as: ShownState | undefined
  /** Selects what in it is hovered, pressed or focused. */
  on: string
  children: ReactNode
}

/** A component as if it was hovered, pressed or focused. */
export function Shown({ as, on, children }: ShownProps) {
  const place = useRef<HTMLDivElement>(null)
  // With every render: what is in it may have been made anew.
  useEffect(() => {
    if (!as) return
    for (const element of place.current?.querySelectorAll(on) ?? [])
      element.setAttribute('data-state-shown', shownStates[as])
  })
  return (
    <div ref={place} className="contents">
      {children}
    </div>
  )
}

interface EachStateProps extends Omit<StateProps, 'name'> {
  on: string
  /** Without those that the component has nothing for. */
  states?: readonly ShownState[]
  /** What the component shows by itself. */
  rest?: string
}

/** The same component at rest and in each of its states. */
export function EachState({
  on,
  states = ['hovered', 'pressed', 'focused'],
  rest = 'at rest',
  children,
  ...look
}: EachStateProps) {
  return [undefined, ...states].map((state) => (
    <State key={state ?? rest} name={state ?? rest} {...look}>
      <Shown as={state} on={on}>
        {children}
      </Shown>
    </State>
  ))
}

/** A piece of a window: what is fixed to the edges of the real one stands at the edges of this. */
export function Frame({ heightPx, children }: { heightPx: number; children: ReactNode }) {
  const style: Record<string, string | number> = {
    height: heightPx,
    contain: 'layout',
    overflow: 'clip',
    // Nothing else stands there.
    '--bottom-bar': '0px',
  }
  return (
    <div style={style} className="relative w-full rounded-tile border border-line">
      {children}
    </div>
  )
}

/** For what takes the focus when it comes up: it does so while nothing can be focused or scrolled to. */
export function WithoutFocus({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState(false)
  useEffect(() => setShown(true), [])
  return <div hidden={!shown}>{children}</div>
}
