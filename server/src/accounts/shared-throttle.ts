import { hash } from 'node:crypto'
import type { Database } from '../database/database.ts'
import { createThrottle, type Limit, type Throttle, tooManyTries } from '../http/throttle.ts'
import { deleteTries, upsertTry } from './queries.ts'

/**
 * Counts what is done under a key in all processes of the shop: in the database where there can be several, else in memory,
 * where it costs no write.
 *
 * @param name keeps apart the keys of different throttles
 */
export function createSharedThrottle(database: Database, name: string, limit: Limit): Throttle {
  if (!database.messenger) return createThrottle(limit)
  const { points, seconds } = limit
  return {
    async take(key) {
      const now = Date.now()
      const expiresAt = new Date(now + seconds * 1_000).toISOString()
      const counted = await upsertTry(database.db, idOf(name, key), new Date(now).toISOString(), expiresAt)
      if (counted.tries > points) throw tooManyTries(Date.parse(counted.expires_at) - now)
    },
    forgive: (key) => deleteTries(database.db, idOf(name, key)),
  }
}

/** Keys hold e-mail addresses, also of people who have no account: they are not kept. */
function idOf(name: string, key: string): string {
  return hash('sha256', `${name} ${key}`, 'hex')
}
