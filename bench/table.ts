import type { Row } from './row.ts'

/** The rows as a Markdown table. */
export function formatTable(rows: readonly Row[]): string {
  const head = ['what', 'ours', 'limit', 'ratio', 'target', '', 'seen']
  const body = rows.map((row) => [
    `${row.name} / ${row.limitName}`,
    `${figure(row.ours)}${row.unit}`,
    `${figure(row.limit)}${row.unit}`,
    row.ratio.toFixed(2),
    `≥ ${row.target}`,
    row.ratio >= row.target ? 'reached' : 'missed',
    row.note,
  ])
  const lines = [head, head.map(() => '---'), ...body]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** As many digits as say something: whole when large, with four when below one. */
function figure(value: number): string {
  const size = Math.abs(value)
  const maximumFractionDigits = size < 1 ? 4 : size < 100 ? 1 : 0
  return value.toLocaleString('en', { maximumFractionDigits })
}
