import type { Db } from '../database/database.ts'
import { selectAnyProduct } from './queries.ts'

/** Whether the shop has no product at all. */
export async function isCatalogEmpty(db: Db): Promise<boolean> {
  return (await selectAnyProduct(db)) === undefined
}
