import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeMachine } from './machine.ts'
import { signedInRow } from './measure-accounts.ts'
import { catalogSizeRows } from './measure-catalog-size.ts'
import { checkoutRows } from './measure-checkout.ts'
import { convergenceRows } from './measure-convergence.ts'
import { orderGrowthRows } from './measure-growth.ts'
import { lighthouseRows } from './measure-lighthouse.ts'
import { listRow } from './measure-list.ts'
import { pageRows } from './measure-page.ts'
import { postgresRows } from './measure-postgres.ts'
import { signInRows } from './measure-sign-ins.ts'
import { storefrontRows } from './measure-storefront.ts'
import { streamRows } from './measure-streams.ts'
import type { Row } from './row.ts'
import { formatTable } from './table.ts'

/** Every figure beside its limit, measured in the same run. Prints the table and keeps it under bench/results. */
async function main(): Promise<void> {
  const rows: Row[] = []
  const measures = [
    listRow,
    storefrontRows,
    checkoutRows,
    streamRows,
    convergenceRows,
    signedInRow,
    signInRows,
    postgresRows,
    catalogSizeRows,
    orderGrowthRows,
    pageRows,
    lighthouseRows,
  ]
  for (const measure of measures) rows.push(...(await measure()))
  const text = `${describeMachine()}\n\n${formatTable(rows)}\n`
  console.log(`\n${text}`)
  const folder = join(import.meta.dirname, 'results')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${new Date().toISOString().slice(0, 16).replace(':', '')}.md`), text)
}

await main()
