'use client'

import { useLayoutEffect, useState } from 'react'
import { Colours } from './colours.tsx'
import { Controls } from './controls.tsx'
import { Pieces } from './pieces.tsx'
import { ShopPieces } from './shop-pieces.tsx'
import { TypeScale } from './type-scale.tsx'

const themes = ['light', 'dark'] as const
type Theme = (typeof themes)[number]

/** Everything at once, in one theme or the other. */
export function DesignBoard() {
  const [theme, setTheme] = useState<Theme>('light')
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    const before = dataset.theme
    dataset.theme = theme
    return () => {
      if (before === undefined) delete dataset.theme
      else dataset.theme = before
    }
  }, [theme])
  return (
    <main id="content" className="mx-auto max-w-5xl px-4 py-8 sm:px-8">
      <h1 className="text-4xl">Design</h1>
      <p className="mt-2 max-w-2xl text-soft">
        Every component in every state. The rhythm is 8 pixels; the one accent is green, and it means live.
      </p>
      <fieldset className="mt-4 flex gap-6">
        <legend className="sr-only">Theme</legend>
        {themes.map((choice) => (
          <label key={choice} className="flex min-h-6 items-center gap-2 capitalize">
            <input
              type="radio"
              name="theme"
              className="accent-(--ink)"
              checked={theme === choice}
              onChange={() => setTheme(choice)}
            />
            {choice}
          </label>
        ))}
      </fieldset>
      <Colours key={theme} />
      <TypeScale />
      <Controls />
      <Pieces />
      <ShopPieces />
    </main>
  )
}
