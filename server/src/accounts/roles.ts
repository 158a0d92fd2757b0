import type { Role } from '@onhand/contract/accounts'
import type { RequestHandler } from 'express'
import type { Db } from '../database/database.ts'
import { signedInOf } from '../http/access.ts'
import { Refusal } from '../refusal.ts'
import type { Accounts } from './accounts.ts'
import { authCodeOf } from './answers.ts'
import { selectAdministrators, selectNames, selectRole, selectUserByEmail, updateRole } from './queries.ts'

/** What came of making an administrator. */
export type Made = 'made' | 'was administrator' | 'belongs to a customer'

/** Makes an administrator with this address and password, unless the address has an account: that is left as it is. */
export async function createAdministrator(
  { auth, database }: Pick<Accounts, 'auth' | 'database'>,
  email: string,
  password: string,
): Promise<Made> {
  try {
    // better-auth's types know only its own roles.
    await auth.api.createUser({ body: { email, password, name: '', role: 'admin' } })
    return 'made'
  } catch (error) {
    const known = await selectUserByEmail(database.db, email.toLowerCase())
    if (!known) throw authCodeOf(error) ? new Error(`no account was made: ${authCodeOf(error)}`) : error
    return known.role === 'admin' ? 'was administrator' : 'belongs to a customer'
  }
}

/** Gives an account another role. Returns false when no account has this address. */
export async function changeRole(db: Db, email: string, role: Role): Promise<boolean> {
  return (await updateRole(db, email.toLowerCase(), role)) > 0
}

/** All administrators, by e-mail. */
export function listAdministrators(db: Db): ReturnType<typeof selectAdministrators> {
  return selectAdministrators(db)
}

/** Whether this person is an administrator now. */
export async function isAdministrator(db: Db, id: string): Promise<boolean> {
  return (await selectRole(db, id)) === 'admin'
}

/**
 * Refuses tokens of administrators who are none any more: their tokens say so until their time is over.
 *
 * @throws Refusal `forbidden`
 */
export function refuseFormerAdministrators(db: Db): RequestHandler {
  return async (_req, res, next) => {
    const { visitor } = res.locals
    if (visitor?.role !== 'admin' || (await isAdministrator(db, signedInOf(res).id))) return next()
    throw new Refusal('forbidden', 'Only administrators can do this.')
  }
}

/** The names, or else the addresses, of the people with these ids. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await selectNames(db, [...new Set(ids)])
  return new Map(rows.map(({ id, name, email }) => [id, name || email]))
}
