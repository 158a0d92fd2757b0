import type { Db } from '../database/database.ts'
import type { Transaction } from '../database/transaction.ts'
import { raiseCatalogRevision, selectCatalogRevision } from './queries.ts'

/**
 * Counts a change of what is said of a product. Of two changes the one with the lower number is committed first, so that
 * whoever has seen the higher one has seen both.
 *
 * @returns the number of the change
 */
export function countCatalogChange(tx: Transaction): Promise<number> {
  return raiseCatalogRevision(tx.db)
}

/** The number of the last change that was committed. */
export function readCatalogRevision(db: Db): Promise<number> {
  return selectCatalogRevision(db)
}
