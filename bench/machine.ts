import { readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'

/** What the figures were measured on and with. */
export function describeMachine(): string {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const versions = ['express', 'better-sqlite3', 'kysely', 'pg']
    .map((name) => `${name} ${versionOf(name)}`)
    .join(', ')
  return [
    `${new Date().toISOString()}, ${cpus().length} × ${cpu?.model ?? 'unknown processor'}, ${memory} GiB`,
    `Node ${process.version}, ${versions}`,
    'The load comes from a second process on the same machine; rounds alternate between limit and ours.',
  ].join('\n')
}

function versionOf(name: string): string {
  const file = new URL(`../node_modules/${name}/package.json`, import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
