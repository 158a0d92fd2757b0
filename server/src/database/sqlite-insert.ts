import type { Prepare } from './sqlite-file.ts'

/** Rows inserted by one run of a statement: a run costs as much again as a row. */
const rowsAtOnce = 8

/** Rows to insert, and the statement up to where their values begin. */
export interface Insert {
  readonly sql: string
  /** Of each row. */
  readonly columnCount: number
  /** Of all rows, one after the other: an array for each row would cost as much as SQLite needs for some of them. */
  readonly values: readonly unknown[]
}

/** What inserts rows: at least one, all with the same columns. */
export function insertOf(table: string, rows: ReadonlyArray<Readonly<Record<string, unknown>>>): Insert {
  const columns = Object.keys(rows[0] ?? {})
  const values: unknown[] = []
  for (const row of rows) for (const column of columns) values.push(row[column])
  return { sql: `insert into ${table} (${columns.join(', ')}) values`, columnCount: columns.length, values }
}

/** In two statements whatever the number of rows, so that none is prepared anew. */
export function insertRows(prepare: Prepare, { sql, columnCount, values }: Insert): void {
  const row = `(${Array(columnCount).fill('?').join(', ')})`
  const many = prepare(`${sql} ${Array(rowsAtOnce).fill(row).join(', ')}`)
  const one = prepare(`${sql} ${row}`)
  const valuesAtOnce = columnCount * rowsAtOnce
  const manyEnd = values.length - (values.length % valuesAtOnce)
  for (let at = 0; at < manyEnd; at += valuesAtOnce) many.run(values.slice(at, at + valuesAtOnce))
  for (let at = manyEnd; at < values.length; at += columnCount) one.run(values.slice(at, at + columnCount))
}
