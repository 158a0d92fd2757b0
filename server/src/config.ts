import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { newPassword } from '@onhand/contract/accounts'
import { email } from '@onhand/contract/email'
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
  AUTH_SECRET: 'at least 32 characters that nobody can guess, such as what `openssl rand -base64 48` prints',
  PUBLIC_URL: 'where shoppers find the shop, such as https://shop.example',
  TRUSTED_PROXIES: 'how many proxies stand in front of the shop, such as 1',
  CHANGES_PER_SECOND: 'a whole number from 1 to 100000, such as 100, or off',
  METRICS_TOKEN: 'at least 16 characters that nobody can guess',
  ADMIN_EMAIL: 'an e-mail address',
  ADMIN_PASSWORD: 'a password of 8 to 128 characters, beside ADMIN_EMAIL',
  SMTP_URL: 'a mail server, such as smtps://user:password@mail.example:465',
  MAIL_FROM: 'the address that mails come from, such as shop@example.org, beside SMTP_URL',
  MAILBOX: 'on or off',
} as const

/** Their values are printed nowhere. */
const secrets: ReadonlySet<string> = new Set(['AUTH_SECRET', 'ADMIN_PASSWORD', 'SMTP_URL', 'METRICS_TOKEN'])

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
  AUTH_SECRET: z.optional(z.string().check(z.minLength(32))),
  PUBLIC_URL: z.optional(z.url({ protocol: /^https?$/ })),
  TRUSTED_PROXIES: z._default(z.string().check(z.regex(/^\d$/)), '0'),
  CHANGES_PER_SECOND: z._default(z.string().check(z.regex(/^(off|[1-9]\d{0,4}|100000)$/)), '100'),
  METRICS_TOKEN: z.optional(z.string().check(z.regex(/^[\x21-\x7e]{16,}$/))),
  ADMIN_EMAIL: z.optional(email),
  ADMIN_PASSWORD: z.optional(newPassword),
  SMTP_URL: z.optional(z.url({ protocol: /^smtps?$/ })),
  MAIL_FROM: z.optional(z.string().check(z.regex(/^\S+@\S+$|^[^<>]+ <\S+@\S+>$/))),
  MAILBOX: z.optional(onOff),
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
  /** Signs cookies and encrypts the keys of tokens; undefined when it is kept beside the database file. */
  readonly authSecret: string | undefined
  /** Where shoppers find the shop: links in mails lead there. */
  readonly publicUrl: string
  /** How many proxies stand in front and say, in X-Forwarded-For, whom they speak for. */
  readonly trustedProxies: number
  /** Requests that change something, from one sender; undefined for no limit. */
  readonly changesPerSecond: number | undefined
  /** Opens `/api/metrics` from anywhere; undefined when they are for the shop's own machine alone. */
  readonly metricsToken: string | undefined
  /** An administrator to be made at start if there is none with this address. */
  readonly administrator: { readonly email: string; readonly password: string } | undefined
  /** Undefined when mails are not sent. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | undefined
  /** Whether mails that are not sent are kept and can be read, by anybody who reaches the shop, at `/dev/mailbox`. */
  readonly mailbox: boolean
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
  const production = settings.NODE_ENV === 'production'
  return {
    development,
    port: Number(settings.PORT),
    host: settings.HOST ?? (development ? '127.0.0.1' : '0.0.0.0'),
    database: databaseAddress(settings.DATABASE_URL),
    storefront: settings.STOREFRONT === 'on',
    apiUrl: settings.API_URL,
    sampleData: settings.SAMPLE_DATA === 'on',
    logLevel: settings.LOG_LEVEL,
    authSecret: settings.AUTH_SECRET,
    publicUrl: settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`,
    trustedProxies: Number(settings.TRUSTED_PROXIES),
    changesPerSecond: settings.CHANGES_PER_SECOND === 'off' ? undefined : Number(settings.CHANGES_PER_SECOND),
    metricsToken: settings.METRICS_TOKEN,
    administrator: together(settings, 'ADMIN_EMAIL', 'ADMIN_PASSWORD', (address, password) => ({
      email: address,
      password,
    })),
    mail: together(settings, 'SMTP_URL', 'MAIL_FROM', (smtpUrl, from) => ({ smtpUrl, from })),
    // On a shop in production whoever reads the mailbox can take over accounts, so there it must be asked for.
    mailbox: settings.MAILBOX === undefined ? !production : settings.MAILBOX === 'on',
  }
}

type Settings = z.infer<typeof environment>
type Optional = {
  [Name in keyof Settings]-?: undefined extends Settings[Name] ? Name : never
}[keyof Settings]

/** Two variables that mean nothing without each other. */
function together<T>(
  settings: Settings,
  first: Optional,
  second: Optional,
  combine: (one: string, two: string) => T,
): T | undefined {
  const one = settings[first]
  const two = settings[second]
  if (one !== undefined && two !== undefined) return combine(one, two)
  const missing = one === undefined ? first : second
  if (one === undefined && two === undefined) return undefined
  throw new StartRefusal(`${missing}: is not set; expected ${expectations[missing]}`)
}

function databaseAddress(url: string): DatabaseAddress {
  return url.startsWith('file:') ? { file: resolve(root, url.slice('file:'.length)) } : { postgresUrl: url }
}

function configError(name: PropertyKey | undefined, set: Record<string, string | undefined>): StartRefusal {
  const variable = String(name) as keyof typeof expectations
  const value = variable === 'DATABASE_URL' ? withoutPassword(set[variable]) : set[variable]
  const shown = secrets.has(variable) ? 'what it is set to' : JSON.stringify(value)
  return new StartRefusal(`${variable}: ${shown} cannot be used; expected ${expectations[variable]}`)
}

function withoutPassword(url: string | undefined): string | undefined {
  return url?.replace(/\/\/([^:@/]*):[^@/]*@/, '//$1:…@')
}
