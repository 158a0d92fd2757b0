import type { Db } from '../database/database.ts'
import { selectStockAsOf } from './queries.ts'

export interface PastStock {
  readonly productId: string
  readonly stock: number
  /** 0 when nothing had moved yet. */
  readonly version: number
}

/** What there was of every product at a past moment, from the ledger. */
export function stockAsOf(db: Db, moment: Date): Promise<PastStock[]> {
  return selectStockAsOf(db, moment.toISOString())
}
