import type { Prepare } from './sqlite-file.ts'

/** How many rows one run of a statement inserts, the most first: a run costs as much again as a row. */
const rowCounts = [16, 4, 1]

/** Rows to insert, and the statement up to where their values begin. */
export interface Insert {
  readonly sql: string
  /** Of each row. */
  readonly columnCount: number
  /** Of all rows, one after the other: an array for each row would cost as much as SQLite needs for some of them. */
  readonly values: readonly unknown[]
}

/**
 * What inserts rows: at least one, all with the same columns. Columns that are null in all of them are left out, and come to be null:
 * no column that may be null has a default.
 */
export function insertOf(table: string, rows: ReadonlyArray<Readonly<Record<string, unknown>>>): Insert {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => rows.some((row) => row[column] !== null))
  const values: unknown[] = []
  for (const row of rows) for (const column of columns) values.push(row[column])
  return { sql: `insert into ${table} (${columns.join(', ')}) values`, columnCount: columns.length, values }
}

/** In at most three statements for the same columns, whatever the number of rows, so that none is prepared anew. */
export function insertRows(prepare: Prepare, { sql, columnCount, values }: Insert): void {
  const row = `(${Array(columnCount).fill('?').join(', ')})`
  let at = 0
  for (const count of rowCounts) {
    const valuesAtOnce = columnCount * count
    if (values.length - at < valuesAtOnce) continue
    const insert = prepare(`${sql} ${Array(count).fill(row).join(', ')}`)
    for (; values.length - at >= valuesAtOnce; at += valuesAtOnce)
      insert.run(values.slice(at, at + valuesAtOnce))
  }
}
