import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'

// Each key is a process of its own.
vi.setConfig({ testTimeout: 120_000 })

const script = join(import.meta.dirname, 'admin.ts')

function startKeys(): (args: readonly string[], password?: string) => { code: number | null; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'onhand-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const env = { ...process.env, DATABASE_URL: `file:${join(folder, 'onhand.db')}` }
  return (args, password = '') => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
      encoding: 'utf8',
      env: { ...env, ADMIN_PASSWORD: password },
    })
    return { code: status, said: (stdout + stderr).trim() }
  }
}

test('makes administrators, and takes the role away and gives it back', () => {
  const keys = startKeys()
  const made = keys(['create', 'Owner@example.org'])
  expect(made).toEqual({
    code: 0,
    said: expect.stringMatching(/is an administrator\. The password.*: [\w-]{24}$/),
  })
  expect(keys(['create', 'second@example.org'], 'a password that is given').said).toBe(
    'second@example.org is an administrator.',
  )
  expect(keys(['list']).said).toBe('owner@example.org\nsecond@example.org')
  expect(keys(['demote', 'owner@example.org']).said).toBe('owner@example.org is a customer now.')
  expect(keys(['list']).said).toBe('second@example.org')
  expect(keys(['create', 'owner@example.org']).said).toMatch(
    /has a customer's account already: promote it only if you know/,
  )
  expect(keys(['promote', 'OWNER@example.org']).code).toBe(0)
  expect(keys(['list']).said).toBe('owner@example.org\nsecond@example.org')
})

test('says what it wants when it is asked for something else', () => {
  const keys = startKeys()
  for (const args of [[], ['list', 'x'], ['create'], ['remove', 'a@example.org']]) {
    expect(keys(args)).toEqual({ code: 2, said: expect.stringMatching(/^npm run admin -- create/) })
  }
  expect(keys(['promote', 'nobody@example.org'])).toEqual({
    code: 2,
    said: 'no account has the address nobody@example.org',
  })
  expect(keys(['create', 'nobody']).said).toBe('"nobody" is no e-mail address')
  expect(keys(['create', 'a@example.org'], 'short').said).toMatch(/^ADMIN_PASSWORD: cannot be used; expected/)
})
