import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrastRatio } from './contrast-ratio.ts'

const styles = readFileSync(new URL('../styles.css', import.meta.url), 'utf8')

test('black on white is as far as it goes', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBe(21)
  expect(contrastRatio('#8c8371', '#8c8371')).toBe(1)
})

test('words can be read on every ground that they stand on, and the edges of controls are seen, in both themes', () => {
  for (const theme of ['light', 'dark'] as const) {
    const colour = (name: string): string => {
      const [, light = '', dark = ''] =
        new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(styles) ?? []
      return theme === 'light' ? light : dark
    }
    const pairs = [
      ...['ink', 'soft', 'live', 'warn'].flatMap((ink) =>
        ['paper', 'raised'].map((ground) => [ink, ground, 4.5] as const),
      ),
      ...(['ink', 'soft'] as const).map((ink) => [ink, 'tile', 4.5] as const),
      ['live', 'live-tint', 4.5],
      ['warn', 'warn-tint', 4.5],
      ['paper', 'ink', 4.5],
      ['paper', 'ink-hover', 4.5],
      ['line-strong', 'paper', 3],
      ['line-strong', 'raised', 3],
    ] as const
    for (const [ink, ground, least] of pairs) {
      expect(
        contrastRatio(colour(ink), colour(ground)),
        `${ink} on ${ground}, ${theme}`,
      ).toBeGreaterThanOrEqual(least)
    }
  }
})
