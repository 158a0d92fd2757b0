import type { Role } from '@onhand/contract/accounts'
import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { TriesRow, UserRow } from './tables.ts'

/** The keys that sign still, or did so after `moment`. */
export async function selectPublicKeys(
  db: Db,
  moment: string,
): Promise<Array<{ id: string; publicKey: string }>> {
  return db
    .selectFrom('signing_keys')
    .select(['id', 'public_key as publicKey'])
    .where(({ eb, or }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', moment)]))
    .execute()
}

export async function updateKeysToExpired(db: Db, expiredAt: string): Promise<void> {
  await db.updateTable('signing_keys').set({ expires_at: expiredAt }).execute()
}

type User = Pick<UserRow, 'id' | 'email' | 'name' | 'role'>

/** @param email in lower case, as it is kept */
export function selectUserByEmail(db: Db, email: string): Promise<User | undefined> {
  return db
    .selectFrom('users')
    .select(['id', 'email', 'name', 'role'])
    .where('email', '=', email)
    .executeTakeFirst()
}

export function selectAdministrators(db: Db): Promise<User[]> {
  return db
    .selectFrom('users')
    .select(['id', 'email', 'name', 'role'])
    .where('role', '=', 'admin')
    .orderBy('email')
    .execute()
}

export async function selectRole(db: Db, id: string): Promise<Role | undefined> {
  return (await db.selectFrom('users').select('role').where('id', '=', id).executeTakeFirst())?.role
}

/** Keeps the rows from being deleted until the transaction ends; others may keep them too. */
export function selectLockedUsers(db: Db, ids: readonly string[]): Promise<Array<Pick<UserRow, 'id'>>> {
  return db.selectFrom('users').select('id').where('id', 'in', ids).forKeyShare().execute()
}

export function selectNames(
  db: Db,
  ids: readonly string[],
): Promise<Array<Pick<UserRow, 'id' | 'name' | 'email'>>> {
  return db.selectFrom('users').select(['id', 'name', 'email']).where('id', 'in', ids).execute()
}

/** Returns how many there were. */
export async function updateRole(db: Db, email: string, role: Role): Promise<number> {
  const result = await db.updateTable('users').set({ role }).where('email', '=', email).executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Returns false when there is no such account. */
export async function updateName(db: Db, id: string, name: string): Promise<boolean> {
  const result = await db
    .updateTable('users')
    .set({ name, updated_at: new Date().toISOString() })
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function selectPasswordHash(db: Db, userId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('credentials')
    .select('password')
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst()
  return row?.password ?? undefined
}

/** @param email in lower case, as it is kept */
export async function selectPasswordHashByEmail(db: Db, email: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('credentials')
    .innerJoin('users', 'users.id', 'credentials.user_id')
    .select('credentials.password')
    .where('users.email', '=', email)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst()
  return row?.password ?? undefined
}

/** Returns false when the hash is not `before` any more. */
export async function updatePasswordHash(
  db: Db,
  userId: string,
  before: string,
  after: string,
): Promise<boolean> {
  const result = await db
    .updateTable('credentials')
    .set({ password: after, updated_at: new Date().toISOString() })
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .where('password', '=', before)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** @param token what the cookie carries */
export async function deleteSession(db: Db, token: string): Promise<void> {
  await db.deleteFrom('sessions').where('token', '=', token).execute()
}

export async function deleteSessionsOf(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('sessions').where('user_id', '=', userId).execute()
}

/** Returns how many it deleted, at most `limit`. */
export async function deleteExpired(
  db: Db,
  table: 'sessions' | 'verifications' | 'tries',
  now: string,
  limit: number,
): Promise<number> {
  const expired = db.selectFrom(table).select('id').where('expires_at', '<', now).limit(limit)
  const result = await db.deleteFrom(table).where('id', 'in', expired).executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** Counts one more try, from one where the time of those before is over. */
export function upsertTry(
  db: Db,
  id: string,
  now: string,
  expiresAt: string,
): Promise<Pick<TriesRow, 'tries' | 'expires_at'>> {
  return db
    .insertInto('tries')
    .values({ id, tries: 1, expires_at: expiresAt })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(({ ref }) => {
        const isOver = sql<boolean>`${ref('tries.expires_at')} <= ${now}`
        return {
          tries: sql<number>`case when ${isOver} then 1 else ${ref('tries.tries')} + 1 end`,
          expires_at: sql<string>`case when ${isOver} then ${expiresAt} else ${ref('tries.expires_at')} end`,
        }
      }),
    )
    .returning(['tries', 'expires_at'])
    .executeTakeFirstOrThrow()
}

export async function deleteTries(db: Db, id: string): Promise<void> {
  await db.deleteFrom('tries').where('id', '=', id).execute()
}

/** Forgets the links to set a new password that were mailed to somebody. */
export async function deleteLinksOf(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('verifications').where('value', '=', userId).execute()
}

/** Sessions, password and links under way go with the user. */
export async function deleteUser(db: Db, userId: string): Promise<void> {
  await deleteLinksOf(db, userId)
  await db.deleteFrom('users').where('id', '=', userId).execute()
}
