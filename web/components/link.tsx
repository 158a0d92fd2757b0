'use client'

import NextLink from 'next/link'
import { type ComponentProps, useRef, useState } from 'react'

/** A pointer that passes by, or a focus on its way to another place, stays on a link for less. */
const restsMs = 65

type Taken = 'href' | 'onPointerEnter' | 'onPointerLeave' | 'onPointerDownCapture' | 'onFocus' | 'onBlur'
type LinkProps = Omit<ComponentProps<typeof NextLink>, Taken> & { href: string }

/**
 * A link within the shop. What it leads to is fetched when a mouse or the keyboard's focus rests on it, whole. Next's own
 * way, to fetch for every link in sight, brings of pages that are made for each request only a frame that the click then fetches
 * again, and costs a page that comes alive more time than anything else on it. A finger is no sign: it may scroll, and a tap
 * would not wait for what was begun.
 *
 * @param prefetch in place of that, whatever Next knows; `false` where a click does something else
 */
export function Link({ href, prefetch, ...rest }: LinkProps) {
  const [intended, setIntended] = useState<string>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stop = (): void => clearTimeout(timer.current)
  const come = (): void => {
    stop()
    timer.current = setTimeout(() => setIntended(href), restsMs)
  }
  const leave = (): void => {
    stop()
    setIntended(undefined)
  }
  return (
    <NextLink
      {...rest}
      href={href}
      prefetch={prefetch ?? intended === href}
      onPointerEnter={({ pointerType }) => pointerType === 'mouse' && come()}
      onPointerLeave={leave}
      // What is pressed is asked for by the click, which does not wait for what was begun only now.
      onPointerDownCapture={stop}
      onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && come()}
      onBlur={leave}
    />
  )
}
