import type { Role } from '@onhand/contract/accounts'
import type { Selectable } from 'kysely'

/** A point in time as the engine keeps it: text in SQLite, a timestamp in PostgreSQL. better-auth writes both. */
type Moment = string | Date

interface UsersTable {
  id: string
  email: string
  email_verified: number | boolean
  name: string
  image: string | null
  role: Role
  banned: number | boolean | null
  ban_reason: string | null
  ban_expires: Moment | null
  created_at: Moment
  updated_at: Moment
}

interface SessionsTable {
  id: string
  user_id: string
  /** What the cookie carries, signed. */
  token: string
  expires_at: Moment
  ip_address: string | null
  user_agent: string | null
  impersonated_by: string | null
  created_at: Moment
  updated_at: Moment
}

/** How somebody proves to be the user; here only by a password. */
interface CredentialsTable {
  id: string
  user_id: string
  account_id: string
  provider_id: string
  /** As `hashPassword` writes it. */
  password: string | null
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: Moment | null
  refresh_token_expires_at: Moment | null
  scope: string | null
  created_at: Moment
  updated_at: Moment
}

/** Links to set a new password that were mailed and not used yet. */
interface VerificationsTable {
  id: string
  identifier: string
  value: string
  expires_at: Moment
  created_at: Moment
  updated_at: Moment
}

interface SigningKeysTable {
  id: string
  /** A JSON Web Key. */
  public_key: string
  /** Encrypted with AUTH_SECRET. */
  private_key: string
  alg: string | null
  crv: string | null
  created_at: Moment
  expires_at: Moment | null
}

/** How often something was tried, until its time is over: at passwords and mails, by all processes together. */
interface TriesTable {
  /** A hash of what is tried. */
  id: string
  tries: number
  expires_at: string
}

export type UserRow = Selectable<UsersTable>
export type TriesRow = Selectable<TriesTable>

declare module '../database/tables.ts' {
  interface Tables {
    users: UsersTable
    sessions: SessionsTable
    credentials: CredentialsTable
    verifications: VerificationsTable
    signing_keys: SigningKeysTable
    tries: TriesTable
  }
}
