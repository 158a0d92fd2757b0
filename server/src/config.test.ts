import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('an empty environment is a shop on port 3000, open to the network in production only', () => {
  expect(readConfig({})).toMatchObject({ port: 3000, host: '0.0.0.0', storefront: true, sampleData: true })
  expect(readConfig({ NODE_ENV: 'development' }).host).toBe('127.0.0.1')
  expect(readConfig({ PORT: '' }).port).toBe(3000)
  expect(readConfig({}).database).toEqual({ file: expect.stringMatching(/data[/\\]onhand\.db$/) })
  const postgresUrl = 'postgres://shop:secret@db/onhand'
  expect(readConfig({ DATABASE_URL: postgresUrl }).database).toEqual({ postgresUrl })
})

test.for([
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['HOST', 'my host'],
  ['DATABASE_URL', 'onhand.db'],
  ['STOREFRONT', 'yes'],
  ['API_URL', 'not a url'],
  ['API_URL', 'ftp://shop'],
  ['SAMPLE_DATA', '1'],
  ['LOG_LEVEL', 'loud'],
  ['NODE_ENV', 'staging'],
  ['PUBLIC_URL', 'shop.example'],
  ['TRUSTED_PROXIES', 'true'],
  ['CHANGES_PER_SECOND', '0'],
  ['ADMIN_EMAIL', 'owner'],
  ['MAIL_FROM', 'the shop'],
  ['MAILBOX', 'yes'],
] as const)('refuses %s=%s in one line that names it and what would be right', ([name, value]) => {
  const line = new RegExp(`^${name}: "${value}" cannot be used; expected .+$`)
  expect(() => readConfig({ [name]: value })).toThrow(line)
})

test.for([
  ['AUTH_SECRET', 'too short a secret'],
  ['ADMIN_PASSWORD', 'secret'],
  ['METRICS_TOKEN', 'secret'],
  ['SMTP_URL', 'http://shop:secret@mail'],
] as const)('refuses a %s that cannot be used without printing it', ([name, value]) => {
  const line = new RegExp(`^${name}: what it is set to cannot be used; expected .+$`)
  expect(() => readConfig({ [name]: value })).toThrow(line)
})

test('refuses half of what means something only together', () => {
  expect(() => readConfig({ ADMIN_EMAIL: 'owner@example.org' })).toThrow(
    /^ADMIN_PASSWORD: is not set; expected/,
  )
  expect(() => readConfig({ MAIL_FROM: 'shop@example.org' })).toThrow(/^SMTP_URL: is not set; expected/)
  const settings = { SMTP_URL: 'smtps://shop:secret@mail.example', MAIL_FROM: 'The shop <shop@example.org>' }
  expect(readConfig(settings).mail).toEqual({ smtpUrl: settings.SMTP_URL, from: settings.MAIL_FROM })
})

test('mails can be read on a page in development, and in production only when it is asked for', () => {
  expect(readConfig({}).mailbox).toBe(false)
  expect(readConfig({ NODE_ENV: 'development' }).mailbox).toBe(true)
  expect(readConfig({ NODE_ENV: 'development', MAILBOX: 'off' }).mailbox).toBe(false)
  expect(readConfig({ MAILBOX: 'on' }).mailbox).toBe(true)
})

test('changes are limited for each sender unless it is switched off', () => {
  expect(readConfig({}).changesPerSecond).toBe(100)
  expect(readConfig({ CHANGES_PER_SECOND: '5' }).changesPerSecond).toBe(5)
  expect(readConfig({ CHANGES_PER_SECOND: 'off' }).changesPerSecond).toBeUndefined()
})

test('does not print a password', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://shop:secret@db/onhand' })).toThrow(/^(?!.*secret)/)
})
