import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'
import type { DatabaseAddress } from './database/open.ts'
import { StartRefusal } from './refusal.ts'

/** Where the repository's root is; relative file addresses start there. */
const root = fileURLToPath(new URL('../../', import.meta.url))

const onOff = z.enum(['on', 'off'])
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** What each variable must look like, in words for whoever mistyped it. */
const expectations = {
  NODE_ENV: 'development, production or test',
  PORT: 'a whole number from 0 to 65535, such as 3000',
  HOST: 'an address or host name to listen on, such as 127.0.0.1',
  DATABASE_URL:
    'file: and a path, such as file:data/onhand.db, or postgres://user:password@host:5432/database',
  STOREFRONT: 'on or off',
  API_URL: 'the address of an API, such as http://localhost:3000',
  SAMPLE_DATA: 'on or off',
  LOG_LEVEL: logLevels.join(', '),
} as const

const environment = z.object({
  NODE_ENV: z._default(z.enum(['development', 'production', 'test']), 'production'),
  PORT: z._default(
    z.string().check(
      z.regex(/^\d{1,5}$/),
      z.refine((port) => Number(port) <= 65_535),
    ),
    '3000',
  ),
  HOST: z.optional(z.string().check(z.regex(/^[\w.:-]+$/))),
  DATABASE_URL: z._default(
    z.string().check(z.regex(/^(file:.+|postgres(ql)?:\/\/[^/]+\/.+)/)),
    'file:data/onhand.db',
  ),
  STOREFRONT: z._default(onOff, 'on'),
  API_URL: z.optional(z.url({ protocol: /^https?$/ })),
  SAMPLE_DATA: z._default(onOff, 'on'),
  LOG_LEVEL: z._default(z.enum(logLevels), 'info'),
})

export interface Config {
  readonly development: boolean
  readonly port: number
  readonly host: string
  readonly database: DatabaseAddress
  readonly storefront: boolean
  /** Where the storefront finds the API; undefined when it is this process. */
  readonly apiUrl: string | undefined
  readonly sampleData: boolean
  readonly logLevel: (typeof logLevels)[number]
}

/**
 * Reads the settings from the environment. An empty value counts as not set.
 *
 * @throws StartRefusal naming the first variable that is wrong, its value and what would be right
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = environment.safeParse(set)
  if (!parsed.success) throw configError(parsed.error.issues[0]?.path[0], set)
  const settings = parsed.data
  const development = settings.NODE_ENV === 'development'
  return {
    development,
    port: Number(settings.PORT),
    host: settings.HOST ?? (development ? '127.0.0.1' : '0.0.0.0'),
    database: databaseAddress(settings.DATABASE_URL),
    storefront: settings.STOREFRONT === 'on',
    apiUrl: settings.API_URL,
    sampleData: settings.SAMPLE_DATA === 'on',
    logLevel: settings.LOG_LEVEL,
  }
}

function databaseAddress(url: string): DatabaseAddress {
  return url.startsWith('file:') ? { file: resolve(root, url.slice('file:'.length)) } : { postgresUrl: url }
}

function configError(name: PropertyKey | undefined, set: Record<string, string | undefined>): StartRefusal {
  const variable = String(name) as keyof typeof expectations
  const value = variable === 'DATABASE_URL' ? withoutPassword(set[variable]) : set[variable]
  return new StartRefusal(
    `${variable}: ${JSON.stringify(value)} cannot be used; expected ${expectations[variable]}`,
  )
}

function withoutPassword(url: string | undefined): string | undefined {
  return url?.replace(/\/\/([^:@/]*):[^@/]*@/, '//$1:…@')
}
