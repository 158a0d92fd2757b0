'use client'

import { type CSSProperties, useEffect, useRef, useState } from 'react'
import { Board } from './board.tsx'
import { contrastRatio } from './contrast-ratio.ts'

const inks = ['ink', 'soft', 'live', 'warn', 'line-strong'] as const
const grounds = ['paper', 'raised', 'tile', 'live-tint', 'warn-tint'] as const

/** WCAG 2.2: text needs 4.5, the edge of a control 3. */
const needed = (ink: (typeof inks)[number]): number => (ink === 'line-strong' ? 3 : 4.5)

/** Every ink on every ground, with its contrast as the browser computes the colours. */
export function Colours() {
  const probe = useRef<HTMLSpanElement>(null)
  const [values, setValues] = useState<Record<string, string>>({})
  useEffect(() => {
    const { current } = probe
    if (!current) return
    const known = [...inks, ...grounds].map((name) => {
      current.style.color = `var(--${name})`
      return [name, hex(getComputedStyle(current).color)]
    })
    setValues(Object.fromEntries(known))
  }, [])
  return (
    <Board title="Colours">
      <div className="overflow-x-auto">
        <span ref={probe} hidden />
        <table className="text-sm">
          <thead>
            <tr>
              <td />
              {grounds.map((ground) => (
                <th key={ground} scope="col" className="p-2 text-left font-medium">
                  {ground} <span className="text-soft text-xs">{values[ground]}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inks.map((ink) => (
              <tr key={ink}>
                <th scope="row" className="p-2 text-left font-medium">
                  {ink} <span className="text-soft text-xs">{values[ink]}</span>
                </th>
                {grounds.map((ground) => {
                  const ratio = contrastRatio(values[ink] ?? '', values[ground] ?? '')
                  return (
                    <td key={ground} className="p-2 tabular-nums" style={styleOf(ink, ground)}>
                      {ratio.toFixed(1)} {ratio >= needed(ink) ? '' : '(not for text)'}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Board>
  )
}

/** What is not for text draws an edge. */
function styleOf(ink: (typeof inks)[number], ground: (typeof grounds)[number]): CSSProperties {
  const background = `var(--${ground})`
  return ink === 'line-strong'
    ? { background, border: `1px solid var(--${ink})` }
    : { background, color: `var(--${ink})` }
}

/** `rgb(248, 245, 238)` → `#f8f5ee` */
function hex(colour: string): string {
  const channels = colour.match(/\d+/g) ?? []
  return `#${channels.map((channel) => Number(channel).toString(16).padStart(2, '0')).join('')}`
}
