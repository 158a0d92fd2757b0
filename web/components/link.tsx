'use client'

import NextLink from 'next/link'
import { type ComponentProps, useState } from 'react'

type LinkProps = ComponentProps<typeof NextLink>

/**
 * A link within the shop. What it leads to is fetched when a pointer, a finger or the focus comes to it, whole. Next's own
 * way, to fetch for every link in sight, brings of pages that are made for each request only a frame that the click then fetches
 * again, and costs a page that comes alive more time than anything else on it.
 *
 * @param prefetch in place of that, whatever Next knows; `false` where a click does something else
 */
export function Link({ prefetch, onMouseEnter, onTouchStart, onFocus, ...rest }: LinkProps) {
  const [intended, setIntended] = useState(false)
  return (
    <NextLink
      prefetch={prefetch === undefined ? intended : prefetch}
      onMouseEnter={(event) => {
        setIntended(true)
        onMouseEnter?.(event)
      }}
      onTouchStart={(event) => {
        setIntended(true)
        onTouchStart?.(event)
      }}
      onFocus={(event) => {
        setIntended(true)
        onFocus?.(event)
      }}
      {...rest}
    />
  )
}
