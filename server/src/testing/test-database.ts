import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { whenOver } from './when-over.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

/** The address of an empty database of the engine under test, gone when the test is over. */
export function freshDatabaseUrl(): Promise<string> {
  return process.env.TEST_ENGINE === 'postgres'
    ? freshPostgresUrl(inject('postgresUrl'))
    : Promise.resolve(freshFileUrl())
}

/** Where a SQLite database can be made, gone when the test is over. */
export function freshFileUrl(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onhand-test-'))
  whenOver(() => rmSync(folder, { recursive: true, force: true }))
  return `file:${join(folder, 'deep', 'onhand.db')}`
}

/** The address of an empty database of a server, gone when the test is over. */
export async function freshPostgresUrl(server: string): Promise<string> {
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
