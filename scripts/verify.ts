import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { verifyBooks } from '../server/src/books/verify-books.ts'
import { readConfig } from '../server/src/config.ts'
import type { Db } from '../server/src/database/database.ts'
import { openDatabase } from '../server/src/database/open.ts'
import { stockAsOf } from '../server/src/inventory/stock-as-of.ts'

/** Proves the books of the shop's database, or prints what does not add up. Exit code 0, 1 or, when it cannot look, 2. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { 'as-of': { type: 'string' } } })
  const address = readConfig(process.env).database
  if ('file' in address && !existsSync(address.file))
    throw new Error(`DATABASE_URL: there is no file ${address.file}`)
  const database = openDatabase(address, { patient: true })
  try {
    return values['as-of'] === undefined
      ? await verify(database.db)
      : await printStockAsOf(database.db, values['as-of'])
  } finally {
    await database.close()
  }
}

async function verify(db: Db): Promise<number> {
  const { findings, counted } = await verifyBooks(db)
  for (const { rule, subject, detail } of findings) console.error(`✗ ${rule}: ${subject}: ${detail}`)
  const books = `${counted.products} products, ${counted.movements} movements, ${counted.orders} orders`
  console.log(
    findings.length === 0 ? `✓ The books balance: ${books}.` : `The books do not balance: ${books}.`,
  )
  return findings.length === 0 ? 0 : 1
}

async function printStockAsOf(db: Db, time: string): Promise<number> {
  const moment = new Date(time)
  if (Number.isNaN(moment.getTime()))
    throw new Error(`--as-of: ${time} is no time; expected one like 2026-11-22T18:00:00Z`)
  for (const { productId, stock, version } of await stockAsOf(db, moment)) {
    console.log(`${productId}  ${String(stock).padStart(7)}  version ${version}`)
  }
  return 0
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 2
}
