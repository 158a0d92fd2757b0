import { expect } from 'vitest'
import type { Db } from '../../database/database.ts'
import { findEverythingBroken, type Seen } from './find-everything-broken.ts'

/** Findings shown; more of the same would tell no more. */
const findingsMax = 20

/** Checks G1 to G9 on a database, with nothing under way. */
export async function checkGuarantees(db: Db, seen: Seen): Promise<void> {
  expect((await findEverythingBroken(db, seen)).slice(0, findingsMax)).toEqual([])
}
