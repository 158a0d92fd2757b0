'use client'

import { useLayoutEffect } from 'react'
import { shopTexts } from '#messages/shop.ts'

/** Corrects the title of a page whose metadata could not wait for its data, however late Next puts that into the head. */
export function PageTitle({ title }: { title: string }) {
  // Let go of together with the page, or it would name the next one too.
  useLayoutEffect(() => {
    // As a document tells its title: another would never be the same, and be put right for ever.
    const words = shopTexts.pageTitle(title).replace(/[ \t\n\f\r]+/g, ' ')
    const correct = (): void => {
      if (document.title !== words) document.title = words
    }
    correct()
    const observer = new MutationObserver(correct)
    observer.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => observer.disconnect()
  }, [title])
  return null
}
