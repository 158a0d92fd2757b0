import { sql } from 'kysely'
import { pino } from 'pino'
import { readConfig } from '../config.ts'
import { inTransaction } from '../database/transaction.ts'
import { openShop } from '../shop.ts'

// A shop whose SQLite file may have only so many pages as it is told. That bound belongs to the connection that writes, so
// nobody else can set it.
const shop = await openShop(readConfig(process.env), pino({ level: 'silent' }))
process.on('message', async (pagesMax) => {
  await inTransaction(shop.database, ({ db }) =>
    sql.raw(`pragma max_page_count = ${Number(pagesMax)}`).execute(db),
  )
  process.send?.('bounded')
})
process.on('disconnect', () => void shop.close().then(() => process.exit(0)))
process.send?.(shop.port)
