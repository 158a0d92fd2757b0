import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openTestShop } from '../testing/start-test-shop.ts'
import { freshDatabaseUrl } from '../testing/test-database.ts'
import { keptSecret } from './auth-secret.ts'

function databaseFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onhand-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'deep', 'onhand.db')
}

test('a secret is made once beside the database, for nobody else to read', () => {
  const file = databaseFile()
  const secret = keptSecret(file)
  expect(secret.length).toBeGreaterThanOrEqual(64)
  expect(keptSecret(file)).toBe(secret)
  expect(statSync(`${file}.secret`).mode & 0o777).toBe(0o600)
  expect(readdirSync(dirname(file))).toEqual(['onhand.db.secret'])
  expect(statSync(dirname(file)).mode & 0o777).toBe(0o700)
  expect(keptSecret(databaseFile())).not.toBe(secret)
})

test('a secret that was cut short is refused, and not replaced', () => {
  const file = databaseFile()
  keptSecret(file)
  chmodSync(`${file}.secret`, 0o600)
  writeFileSync(`${file}.secret`, 'cut')
  expect(() => keptSecret(file)).toThrow(/^AUTH_SECRET: .* holds too little; expected at least 32/)
})

test('a shop on PostgreSQL does not open without a secret; one on a file makes its own', async () => {
  const opened = openTestShop(await freshDatabaseUrl(), { AUTH_SECRET: '' })
  if (process.env.TEST_ENGINE === 'postgres')
    await expect(opened).rejects.toThrow(/^AUTH_SECRET: is not set; /)
  else expect((await opened).port).toBeGreaterThan(0)
})
