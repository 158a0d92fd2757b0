// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code to be looked through
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { findBareNumbers } from './find-bare-numbers.ts'
import { findTexts } from './find-texts.ts'

const web = join(import.meta.dirname, '..')

/** What holds a number wherever it stands: the contract's own, and what is counted. */
const figures = new Set(['length', 'size', ...(await numbersOfContract())])

/** Where words are for developers or for programs. */
const notForShoppers = [
  'app/api/', // answers in the API's words
  'app/design/', // in development only
  'app/service-worker.js/', // a program
  'lib/theme.ts', // a program
  'lib/api-errors.ts', // what is thrown
  'lib/not-signed-in.ts', // the same
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

test('what the server mails is in its own catalog, in the language of the pages', () => {
  const server = join(web, '..', 'server')
  expect(findTexts(readFileSync(join(server, 'src/accounts/mails.ts'), 'utf8'), false)).toEqual([])
  const importsOf = (workspace: string): Record<string, string> =>
    JSON.parse(readFileSync(join(workspace, 'package.json'), 'utf8')).imports
  const [, language] = /^\.\/messages\/([^/]+)\/\*$/.exec(importsOf(web)['#messages/*'] ?? '') ?? []
  expect(language).toBeDefined()
  expect(importsOf(server)['#messages']).toBe(`./messages/${language}.ts`)
})

test('a number that is shown is written as its language writes it, such as 1,000', () => {
  const files = [...sources(), ...messages()].filter(([file]) => !file.startsWith('app/design/'))
  expect(files.length).toBeGreaterThan(250)
  const bare = files.flatMap(([file, source]) =>
    findBareNumbers(source, file.endsWith('x'), figures).map((name) => `${file} ${name}`),
  )
  expect(bare).toEqual([])
})

test.each([
  ['const left = (count: number) => `${count} left`', 'count'],
  ['const left = (count: number) => <b>{count}</b>', 'count'],
  ['<b>{product.stock}</b>', '.stock'],
  ['<b>{product?.stock}</b>', '.stock'],
  ['<>{items.length} × {item.quantity}</>', '.length, .quantity'],
  ['<b>{short ? order.items.length : words}</b>', '.length'],
  ['<b>{known && (line.quantity ?? words)}</b>', '.quantity'],
  ['<b>{`${String(product.stock)}…`}</b>', '.stock'],
  ['<b title={`+${product.stock}`} />', '.stock'],
  ['<b>{all - shown}</b>', '-'],
])('finds the number in %s', (code, numbers) => {
  expect(findBareNumbers(code, true, figures).join(', ')).toBe(numbers)
})

test.each([
  'const left = (count: number) => `${number(count)} left`',
  '<b>{count(product.stock)}</b>',
  '<b>{items.length > 0 && <Items />}</b>',
  '<b>{product.name}</b>',
  '<b>{cartTexts.columns.total}</b>',
  '<Tile key={`${product.version}`} max={product.stock} className={`w-${items.length}`}>{words[0]}</Tile>',
  'const key = `${product.id} ${product.version}`',
])('finds no number that is shown as it is in %s', (code) => {
  expect(findBareNumbers(code, true, figures)).toEqual([])
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

function messages(): Array<[file: string, source: string]> {
  return globSync('messages/*/*.{ts,tsx}', { cwd: web }).map((file) => [
    file,
    readFileSync(join(web, file), 'utf8'),
  ])
}

/** The names that the contract gives to numbers. */
async function numbersOfContract(): Promise<string[]> {
  const contract = join(web, '..', 'contract', 'src')
  const modules = await Promise.all(
    globSync('*.ts', { cwd: contract, exclude: ['*.test.ts'] }).map(
      (file) => import(/* @vite-ignore */ pathToFileURL(join(contract, file)).href),
    ),
  )
  const objects = modules
    .flatMap((module) => Object.values(module))
    .filter((value) => value instanceof z.ZodMiniObject)
  const names = objects.flatMap(({ shape }) =>
    Object.keys(shape).filter((name) => shape[name] instanceof z.ZodMiniNumber),
  )
  expect(names).toContain('stock')
  return names
}
