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
] as const)('refuses %s=%s in one line that names it and what would be right', ([name, value]) => {
  const line = new RegExp(`^${name}: "${value}" cannot be used; expected .+$`)
  expect(() => readConfig({ [name]: value })).toThrow(line)
})

test('does not print a password', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://shop:secret@db/onhand' })).toThrow(/^(?!.*secret)/)
})
