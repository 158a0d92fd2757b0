'use client'

import { useSyncExternalStore } from 'react'
import { locale } from '../../lib/locale.ts'

/** A moment in the reader's own time zone; in UTC where that is not known yet. */
export function LocalTime({ at }: { at: string }) {
  const text = useSyncExternalStore(
    () => () => undefined,
    () => format(at),
    () => format(at, 'UTC'),
  )
  return <time dateTime={at}>{text}</time>
}

function format(at: string, timeZone?: string): string {
  const options = { dateStyle: 'long', timeStyle: 'short', ...(timeZone && { timeZone }) } as const
  const text = new Intl.DateTimeFormat(locale, options).format(new Date(at))
  return timeZone ? `${text} ${timeZone}` : text
}
