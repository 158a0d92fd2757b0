'use client'

import { useSyncExternalStore } from 'react'
import { locale } from '#messages/language.ts'

/** A moment in the reader's own time zone; in UTC where that is not known yet. */
export function LocalTime({ at, dateOnly = false }: { at: string; dateOnly?: boolean }) {
  const text = useSyncExternalStore(
    () => () => undefined,
    () => format(at, { dateOnly }),
    () => format(at, { dateOnly, timeZone: 'UTC' }),
  )
  return <time dateTime={at}>{text}</time>
}

function format(at: string, { dateOnly, timeZone }: { dateOnly: boolean; timeZone?: string }): string {
  const options: Intl.DateTimeFormatOptions = {
    dateStyle: 'long',
    ...(!dateOnly && { timeStyle: 'short' }),
    ...(timeZone && { timeZone }),
  }
  const text = new Intl.DateTimeFormat(locale, options).format(new Date(at))
  return timeZone && !dateOnly ? `${text} ${timeZone}` : text
}
