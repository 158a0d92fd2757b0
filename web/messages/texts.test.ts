// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code to be looked through
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findBareNumbers } from './find-bare-numbers.ts'
import { findTexts } from './find-texts.ts'

const web = join(import.meta.dirname, '..')

/** Where words are for developers or for programs. */
const notForShoppers = [
  'app/api/', // answers in the API's words
  'app/design/', // in development only
  'app/service-worker.js/', // a program
  'lib/theme.ts', // a program
  'lib/api-errors.ts', // what is thrown
  'lib/live/fakes.ts', // for tests
]
/** What is the same in every language. */
const inEveryLanguage = ['npm run admin -- promote …']

test('every text that a shopper or the owner reads is in the catalog', () => {
  const forShoppers = sources().filter(([file]) => !notForShoppers.some((place) => file.startsWith(place)))
  expect(forShoppers.length).toBeGreaterThan(200)
  const texts = forShoppers.flatMap(([file, source]) =>
    findTexts(source, file.endsWith('x'))
      .filter(({ text }) => !inEveryLanguage.includes(text))
      .map(({ line, text }) => `${file}:${line} ${text}`),
  )
  expect(texts).toEqual([])
})

test('a number in a text is written as its language writes it, such as 1,000', () => {
  const texts = globSync('messages/*/*.{ts,tsx}', { cwd: web })
  expect(texts.length).toBeGreaterThan(20)
  const bare = texts.flatMap((file) =>
    findBareNumbers(readFileSync(join(web, file), 'utf8'), file.endsWith('x')).map(
      (name) => `${file} ${name}`,
    ),
  )
  expect(bare).toEqual([])
  expect(findBareNumbers('const left = (count: number) => `${count} left`', false)).toEqual(['count'])
  expect(findBareNumbers('const left = (count: number) => <b>{count}</b>', true)).toEqual(['count'])
  expect(findBareNumbers('const left = (count: number) => `${number(count)} left`', false)).toEqual([])
})

test('no file names a language, so that one setting changes it', () => {
  const naming = sources().filter(([, source]) => /from '[^'#]*\bmessages\//.test(source))
  expect(naming.map(([file]) => file)).toEqual([])
})

test.each([
  ['<p>Sold out</p>', 'Sold out'],
  ['<p>\n  left\n</p>', 'left'],
  ['<p>{count} pieces</p>', 'pieces'],
  ["<p>{gone ? 'gone' : count}</p>", 'gone'],
  ["<p>{(short && 'short') || `${count} left`}</p>", 'short, … left'],
  ['<><b>“</b>é</>', 'é'],
  ['<img alt="Bowl" />', 'Bowl'],
  ["<Field hint={isNew ? 'new' : undefined} />", 'new'],
  ['<Field aria-label={`One more: ${label}`} />', 'One more: …'],
  ["<Field label={<b>{'name'}</b>} />", 'name'],
  ["<ul>{rows.map((row) => row.name || 'nameless one')}</ul>", 'nameless one'],
  ['<Button onClick={() => notify({ title: "Saved" })} />', 'Saved'],
  ["notify({ title: 'Nothing was added' })", 'Nothing was added'],
  ['<CategoryLink name="All" />', 'All'],
  ["const labels = { system: 'System' }", 'System'],
  ['const words = `${count} pieces`', '… pieces'],
  ["return error === 'gone' ? 'It is gone.' : ''", 'It is gone.'],
])('finds what is read in %s', (code, words) => {
  const source = code.startsWith('<') ? `const x = ${code}` : `function f() { ${code} }`
  expect(
    findTexts(source, true)
      .map(({ text }) => text)
      .join(', '),
  ).toBe(words)
})

test.each([
  "'use client'",
  "import { Minus } from 'The Icons'",
  "type Word = 'Sold out'",
  "const x = <Tile className=\"Sold out\" data-shown='yes' href='/cart'>{count} / {3} “–”</Tile>",
  "const x = <Tile look={isQuiet ? 'quiet' : 'loud'} aria-live='polite' />",
  "const look = 'flex items-center gap-2 rounded-control text-soft'",
  "throw new Error('The shop is closed')",
  "if (event.key === 'Escape' || key !== 'Enter') close()",
  'const margin = `-${top}px 0px 0px`',
  "const kind = 'receipt'",
])('passes over %s', (code) => {
  expect(findTexts(code, true)).toEqual([])
})

test('says on which line', () => {
  expect(findTexts("\nconst é = 'é'\nconst words = 'Sold out'\n", false)).toEqual([
    { line: 3, text: 'Sold out' },
  ])
})

/** The storefront's files, tests left out, each with what stands in it. */
function sources(): Array<[file: string, source: string]> {
  return globSync('{app,components,features,lib}/**/*.{ts,tsx}', { cwd: web })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => [file, readFileSync(join(web, file), 'utf8')])
}
