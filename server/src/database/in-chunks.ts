/** Rows in one statement: few enough that no engine's limit of bound values is reached. */
const rowsMax = 500

/** Cuts rows into statements' worth. */
export function* inChunks<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += rowsMax) yield rows.slice(start, start + rowsMax)
}
