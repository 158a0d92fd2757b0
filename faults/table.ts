import type { Fault, Outcome } from './fault.ts'

/** What became of a fault: its outcome, or why it was not staged. */
export interface Result {
  readonly fault: Pick<Fault, 'name' | 'what' | 'on'>
  readonly outcome: Outcome | { readonly skipped: string }
  readonly seconds: number
}

/** The results as a Markdown table, each column as wide as its widest cell. */
export function formatTable(results: readonly Result[]): string {
  const head = ['fault', 'on', 'struck', 'requests', 'orders', 'no answer', 'checked', 'verdict', 'seconds']
  const rows = results.map(({ fault, outcome, seconds }) => {
    const name = `${fault.name}: ${fault.what}`
    if ('skipped' in outcome) return [name, fault.on, '', '', '', '', '', 'skipped', '']
    const { strikes, requests, orders, unanswered, checked } = outcome
    const counts = [strikes, requests, orders, unanswered].map((count) => count.toLocaleString('en'))
    return [name, fault.on, ...counts, checked, isHeld(outcome) ? 'held' : 'BROKEN', seconds.toFixed(1)]
  })
  const widths = head.map((title, column) =>
    Math.max(...[head, ...rows].map((cells) => cells[column]?.length ?? title.length)),
  )
  const rule = widths.map((width) => '-'.repeat(width))
  return [head, rule, ...rows]
    .map((cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
    .join('\n')
}

/** A fault that never struck shows nothing, and so has not been held. */
export function isHeld({ broken, strikes }: Outcome): boolean {
  return broken.length === 0 && strikes > 0
}
