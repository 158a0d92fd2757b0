import type { Category } from '@onhand/contract/catalog'
import type { Db } from '../database/database.ts'
import { selectCategories } from './queries.ts'

/** All categories in alphabetical order, each with how many products it holds. */
export function listCategories(db: Db): Promise<Category[]> {
  return selectCategories(db)
}
