'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useEffect, useId, useSyncExternalStore } from 'react'
import { themeTexts } from '#messages/theme.ts'
import { followTheme, onTheme, setTheme, type Theme, theme, themes } from '../lib/theme.ts'

const labels: Record<Theme, { name: string; Icon: typeof Sun }> = {
  system: { name: themeTexts.names.system, Icon: Monitor },
  light: { name: themeTexts.names.light, Icon: Sun },
  dark: { name: themeTexts.names.dark, Icon: Moon },
}

/** Light, dark, or as the system has it. Stands in the footer and, where there is no room for the button, in the menu. */
export function ThemeChoice() {
  const chosen = useTheme()
  const name = useId()
  useEffect(followTheme, [])
  return (
    <fieldset className="flex w-fit max-w-full flex-wrap rounded-control border border-line-strong p-0.5 noscript:hidden">
      <legend className="sr-only">{themeTexts.colours}</legend>
      {themes.map((value) => {
        const { name: words, Icon } = labels[value]
        return (
          <label
            key={value}
            className="relative inline-flex min-h-9 items-center gap-2 rounded-[6px] px-3 hover:text-ink active:bg-line has-checked:bg-tile has-checked:text-ink forced-colors:has-checked:underline has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink pointer-coarse:min-h-10"
          >
            <input
              type="radio"
              name={name}
              value={value}
              checked={chosen === value}
              onChange={() => setTheme(value)}
              className="absolute inset-0 cursor-pointer appearance-none opacity-0"
            />
            <Icon aria-hidden size={15} strokeWidth={1.75} />
            {words}
          </label>
        )
      })}
    </fieldset>
  )
}

/** From one to the next with each press. Stands in the header, where there is room. */
export function ThemeButton() {
  const chosen = useTheme()
  const { name, Icon } = labels[chosen]
  const next = themes[(themes.indexOf(chosen) + 1) % themes.length] ?? 'system'
  return (
    <button
      type="button"
      title={themeTexts.now(name)}
      onClick={() => setTheme(next)}
      className="grid size-11 place-items-center rounded-control hover:bg-tile active:bg-line max-lg:hidden noscript:hidden"
    >
      <Icon aria-hidden size={18} strokeWidth={1.75} />
      <span className="sr-only">{themeTexts.change(name, labels[next].name)}</span>
    </button>
  )
}

function useTheme(): Theme {
  return useSyncExternalStore(onTheme, theme, () => 'system')
}
