'use client'

import type { Product } from '@onhand/contract/catalog'
import { useEffect, useState } from 'react'
import { listProducts } from '../../lib/api-on-need.ts'
import { namesFirst } from './hits.ts'

/** Whoever types on within this time is not asked for in between. */
const typingPauseMs = 120
const suggestionsMax = 6
/** Among so many, those are looked for whose name has what was typed. */
const askedMax = 24
/** Texts whose answers are kept while the field is used. */
const keptMax = 50

export interface Suggestions {
  /** What was asked for. */
  readonly q: string
  readonly products: readonly Product[]
}

/** What fits the text so far. While it is being asked for, what fitted before stays; undefined when nothing is known. */
export function useSuggestions(text: string, wanted: boolean): Suggestions | undefined {
  const [known, setKnown] = useState<Suggestions>()
  const q = text.trim()
  useEffect(() => {
    if (!wanted || q === '') {
      setKnown(undefined)
      return
    }
    const asking = new AbortController()
    const timer = setTimeout(
      () => {
        find(q, asking.signal).then(setKnown, () => {})
      },
      kept.has(q) ? 0 : typingPauseMs,
    )
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [q, wanted])
  // What was found before is there at once when the list is opened again.
  return q === '' || !wanted ? undefined : (known ?? kept.get(q))
}

const kept = new Map<string, Suggestions>()

async function find(q: string, signal: AbortSignal): Promise<Suggestions> {
  const before = kept.get(q)
  if (before) return before
  const { products } = await listProducts({ q, limit: askedMax }, signal)
  signal.throwIfAborted()
  const found = { q, products: namesFirst(products, q).slice(0, suggestionsMax) }
  if (kept.size >= keptMax) kept.clear()
  kept.set(q, found)
  return found
}
