import { expect } from 'vitest'
import { verifyBooks } from '../books/verify-books.ts'
import type { Db } from '../database/database.ts'

/** Checks what a database must hold whenever nothing is under way: G1, G2, G3, G5 and G6. */
export async function checkBooks(db: Db): Promise<void> {
  expect((await verifyBooks(db)).findings).toEqual([])
}
