'use client'

import { useEffect } from 'react'
import { shopTexts } from '#messages/shop.ts'

/** Corrects the title of a page whose metadata could not wait for its data. */
export function PageTitle({ title }: { title: string }) {
  useEffect(() => {
    document.title = shopTexts.pageTitle(title)
  }, [title])
  return null
}
