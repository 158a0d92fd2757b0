import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isValidElement } from 'react'
import { expect, test } from 'vitest'

const web = join(import.meta.dirname, '..')

test('every message is used, so that nobody translates what nobody reads', async () => {
  const code = globSync('{app,components,features,lib}/**/*.{ts,tsx}', { cwd: web })
    .map((file) => readFileSync(join(web, file), 'utf8'))
    .join('\n')
  const files = globSync('en/*.{ts,tsx}', { cwd: import.meta.dirname })
  const areas = await Promise.all(
    files.map((file) => import(/* @vite-ignore */ pathToFileURL(join(import.meta.dirname, file)).href)),
  )
  const names = areas
    .flatMap((area) => Object.entries(area))
    .filter(([name]) => name.endsWith('Texts'))
    .flatMap(([name, messages]) => namesIn(name, messages as Messages, code))
  expect(names.length).toBeGreaterThan(300)
  expect(names.filter((name) => !isNamed(name, code))).toEqual([])
})

type Messages = { [name: string]: unknown }

/** `cartTexts.total`, and of a group what is in it, unless the code takes the group as a whole. */
function namesIn(prefix: string, messages: Messages, code: string): string[] {
  if (isTakenWhole(prefix, code)) return [prefix]
  return Object.entries(messages).flatMap(([key, message]) =>
    isGroup(message) ? namesIn(`${prefix}.${key}`, message, code) : `${prefix}.${key}`,
  )
}

function isGroup(message: unknown): message is Messages {
  return typeof message === 'object' && !Array.isArray(message) && !isValidElement(message)
}

/** Such as `texts.status[status]`, `texts.lists.orders` handed on, or `const { title } = texts`. */
function isTakenWhole(name: string, code: string): boolean {
  return new RegExp(`\\b${name.replaceAll('.', '\\.')}(?![\\w.'-])(?! \\})`).test(code)
}

function isNamed(name: string, code: string): boolean {
  return new RegExp(`\\b${name.replaceAll('.', '\\.')}\\b`).test(code)
}
