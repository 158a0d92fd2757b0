import type { Db } from '../database/database.ts'
import { selectFound } from './queries.ts'

export interface FoundProduct {
  readonly name: string
  readonly stock: number
}

/** The products named that are for sale, by id, as they are at this moment. */
export async function findProducts(
  db: Db,
  productIds: readonly string[],
): Promise<Map<string, FoundProduct>> {
  if (productIds.length === 0) return new Map()
  const rows = await selectFound(db, productIds)
  return new Map(rows.map(({ id, name, stock }) => [id, { name, stock }]))
}
