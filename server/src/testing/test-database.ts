import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import type { WhenOver } from './shared.ts'

/** The address of an empty database of the engine under test, gone when the test is over. */
export function freshDatabaseUrl(whenOver: WhenOver = onTestFinished): Promise<string> {
  const postgres = process.env.TEST_ENGINE === 'postgres'
  return postgres ? freshPostgresUrl(whenOver) : Promise.resolve(freshFileUrl(whenOver))
}

function freshFileUrl(whenOver: WhenOver): string {
  const folder = mkdtempSync(join(tmpdir(), 'onhand-test-'))
  whenOver(() => rmSync(folder, { recursive: true, force: true }))
  return `file:${join(folder, 'deep', 'onhand.db')}`
}

async function freshPostgresUrl(whenOver: WhenOver): Promise<string> {
  const server = inject('postgresUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(server, `create database ${name}`)
  whenOver(() => administer(server, `drop database ${name} with (force)`))
  return server.replace(/\/postgres$/, `/${name}`)
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement)
  await client.end()
}
