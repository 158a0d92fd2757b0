import type { Prepare } from './sqlite-file.ts'

/** Rows inserted by one run of a statement: a run costs as much again as a row. */
const rowsAtOnce = 8

/** Rows to insert, and the statement up to where their values begin. */
export interface Insert {
  readonly sql: string
  readonly rows: ReadonlyArray<readonly unknown[]>
}

/** What inserts rows: at least one, all with the same columns. */
export function insertOf(table: string, rows: ReadonlyArray<Readonly<Record<string, unknown>>>): Insert {
  const columns = Object.keys(rows[0] ?? {})
  return {
    sql: `insert into ${table} (${columns.join(', ')}) values`,
    rows: rows.map((row) => columns.map((column) => row[column])),
  }
}

/** In two statements whatever the number of rows, so that none is prepared anew. */
export function insertRows(prepare: Prepare, { sql, rows }: Insert): void {
  const row = `(${rows[0]?.map(() => '?').join(', ')})`
  const many = prepare(`${sql} ${Array(rowsAtOnce).fill(row).join(', ')}`)
  const one = prepare(`${sql} ${row}`)
  const manyEnd = rows.length - (rows.length % rowsAtOnce)
  for (let start = 0; start < manyEnd; start += rowsAtOnce) {
    many.run(...rows.slice(start, start + rowsAtOnce).flat())
  }
  for (const values of rows.slice(manyEnd)) one.run(...values)
}
