import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { inLanguage } from './in-language.ts'

test('every language of the shop writes numbers as Intl does', async () => {
  const files = globSync('*/language.ts', { cwd: import.meta.dirname })
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) {
    const { locale, number } = (await import(
      join(import.meta.dirname, file)
    )) as typeof import('./en/language.ts')
    const format = new Intl.NumberFormat(locale)
    for (const value of [...Array(1_001).keys(), 1_234_567, -1, -1_000])
      expect(number(value), locale).toBe(format.format(value))
  }
})

test('a language with digits of its own writes small numbers with them, too', () => {
  expect(inLanguage('fa', 'own').number(12)).toBe('۱۲')
})

test('nothing is made to write a number that needs no grouping', () => {
  const made = vi.spyOn(Intl, 'NumberFormat')
  const { number } = inLanguage('en')
  expect(number(0) + number(999)).toBe('0999')
  expect(made).not.toHaveBeenCalled()
  expect(number(1_000) + number(2_000)).toBe('1,0002,000')
  expect(made).toHaveBeenCalledOnce()
})
