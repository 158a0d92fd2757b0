import { type CreateTableBuilder, type Kysely, type RawBuilder, sql } from 'kysely'
import type { Spelling } from '../database.ts'

/** What better-auth keeps: people, their sessions, their passwords, links under way, and the keys that sign tokens. */
export async function createAccounts(db: Kysely<unknown>, spelling: Spelling): Promise<void> {
  const types = {
    text: sql.raw(spelling.text),
    moment: sql.raw(spelling.moment),
    truth: sql.raw(spelling.truth),
  }
  const table = (name: string) =>
    db.schema
      .createTable(name)
      .modifyEnd(sql.raw(spelling.tableEnd))
      .addColumn('id', types.text, (column) => column.primaryKey().notNull())
      .addColumn('created_at', types.moment, (column) => column.notNull())
  await createUsers(table('users'), types)
  await createSessions(table('sessions'), types)
  await createCredentials(table('credentials'), types)
  await createVerifications(table('verifications'), types)
  await createSigningKeys(table('signing_keys'), types)
  const indexes = [
    ['sessions', 'user_id'],
    ['credentials', 'user_id'],
    ['verifications', 'identifier'],
  ] as const
  for (const [name, column] of indexes) {
    await db.schema.createIndex(`${name}_by_${column}`).on(name).column(column).execute()
  }
}

type Table = CreateTableBuilder<string, 'id' | 'created_at'>
type Types = Record<'text' | 'moment' | 'truth', RawBuilder<unknown>>

async function createUsers(users: Table, { text, moment, truth }: Types): Promise<void> {
  await users
    .addColumn('email', text, (column) => column.notNull().unique())
    .addColumn('email_verified', truth, (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('image', text)
    .addColumn('role', text, (column) => column.notNull().check(sql`role in ('customer', 'admin')`))
    .addColumn('banned', truth)
    .addColumn('ban_reason', text)
    .addColumn('ban_expires', moment)
    .addColumn('updated_at', moment, (column) => column.notNull())
    .execute()
}

async function createSessions(sessions: Table, { text, moment }: Types): Promise<void> {
  await sessions
    .addColumn('user_id', text, (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('token', text, (column) => column.notNull().unique())
    .addColumn('expires_at', moment, (column) => column.notNull())
    .addColumn('ip_address', text)
    .addColumn('user_agent', text)
    .addColumn('impersonated_by', text)
    .addColumn('updated_at', moment, (column) => column.notNull())
    .execute()
}

async function createCredentials(credentials: Table, { text, moment }: Types): Promise<void> {
  await credentials
    .addColumn('user_id', text, (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('account_id', text, (column) => column.notNull())
    .addColumn('provider_id', text, (column) => column.notNull())
    .addColumn('password', text)
    .addColumn('access_token', text)
    .addColumn('refresh_token', text)
    .addColumn('id_token', text)
    .addColumn('access_token_expires_at', moment)
    .addColumn('refresh_token_expires_at', moment)
    .addColumn('scope', text)
    .addColumn('updated_at', moment, (column) => column.notNull())
    .execute()
}

async function createVerifications(verifications: Table, { text, moment }: Types): Promise<void> {
  await verifications
    .addColumn('identifier', text, (column) => column.notNull())
    .addColumn('value', text, (column) => column.notNull())
    .addColumn('expires_at', moment, (column) => column.notNull())
    .addColumn('updated_at', moment, (column) => column.notNull())
    .execute()
}

async function createSigningKeys(keys: Table, { text, moment }: Types): Promise<void> {
  await keys
    .addColumn('public_key', text, (column) => column.notNull())
    .addColumn('private_key', text, (column) => column.notNull())
    .addColumn('alg', text)
    .addColumn('crv', text)
    .addColumn('expires_at', moment)
    .execute()
}
