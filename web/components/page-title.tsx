'use client'

import { useEffect } from 'react'
import { titleTemplate } from '../lib/title-template.ts'

/** Corrects the title of a page whose metadata could not wait for its data. */
export function PageTitle({ title }: { title: string }) {
  useEffect(() => {
    document.title = titleTemplate.replace('%s', () => title)
  }, [title])
  return null
}
