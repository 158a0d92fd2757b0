import type { Generated, Selectable } from 'kysely'

/** The final answers to requests that came with an idempotency key, to be given again when the key comes again. */
interface IdempotencyKeysTable {
  /** Numbers the answers as they come. */
  id: Generated<number>
  /** Whose key it is; all guests share one space of keys. */
  owner: string
  key: string
  request_hash: string
  status: number
  body: string
  created_at: string
}

export type IdempotencyKeyRow = Selectable<IdempotencyKeysTable>

declare module '../database/tables.ts' {
  interface Tables {
    idempotency_keys: IdempotencyKeysTable
  }
}
