import type { Product } from '@onhand/contract/catalog'
import { counted } from './figures.ts'
import type { FindingKind, Findings } from './findings.ts'
import type { StreamView } from './stream-view.ts'
import type { Tally } from './tally.ts'

/** Examples told of each thing that is wrong. */
const examplesMax = 3

/** All that is known once the crowd has gone and the streams are still. */
export interface Evidence {
  /** What the shop said before the crowd came, and after. */
  readonly start: readonly Product[]
  readonly end: readonly Product[]
  readonly views: readonly StreamView[]
  readonly tally: Tally
  readonly findings: Findings
}

export interface Check {
  readonly rule: string
  readonly holds: boolean
  /** How much was looked at, or how often it is broken. */
  readonly extent: string
  readonly examples: readonly string[]
}

export interface Verdict {
  readonly checks: readonly Check[]
  readonly agrees: boolean
  /** What limits what the checks can tell. */
  readonly notes: readonly string[]
}

/** Compares what everybody saw and bought with what the shop says. */
export function judge(evidence: Evidence): Verdict {
  const { findings } = evidence
  const stock = checkStock(evidence)
  const checks = [
    checkViews(evidence),
    stock.check,
    checkFinding(findings, 'version-went-back', 'no version went back on a stream'),
    checkFinding(findings, 'version-with-two-stocks', 'one version, one stock, whoever was told it'),
    checkFinding(findings, 'stock-below-zero', 'no stock below 0 was seen'),
    checkFinding(findings, 'key-answered-twice', 'a repeated key got the same answer'),
    checkFinding(findings, 'not-as-promised', 'every answer was as the interface promises'),
  ]
  return { checks, agrees: checks.every(({ holds }) => holds), notes: stock.notes }
}

/** Each view must hold, of each product it covers that was there all the time, exactly what the shop says. */
function checkViews({ start, end, views }: Evidence): Check {
  const before = new Set(start.map(({ id }) => id))
  const lasting = end.filter(({ id }) => before.has(id))
  let compared = 0
  const wrong: string[] = []
  for (const { productIds, level } of views) {
    for (const { id, name, stock, version } of lasting) {
      if (productIds && !productIds.has(id)) continue
      compared += 1
      const seen = level(id)
      if (seen?.stock === stock && seen.version === version) continue
      const inView = seen ? `${seen.stock} at version ${seen.version}` : 'nothing'
      wrong.push(`${name}: a stream shows ${inView}, the shop says ${stock} at version ${version}`)
    }
  }
  const extent = `${counted(views.length, 'view')}, ${counted(compared, 'level')}`
  return toCheck('every stream shows what the shop says', extent, wrong)
}

/** Start − sold = end, wherever the versions say that nobody but the crowd traded. */
function checkStock({ start, end, tally }: Evidence): { check: Check; notes: string[] } {
  const after = new Map(end.map((product) => [product.id, product]))
  const wrong: string[] = []
  const elsewhere = new Set<string>()
  const unsure = new Set([...tally.undecided.values()].flat().map(({ productId }) => productId))
  for (const { id, name, stock, version } of start) {
    const { lines, pieces } = tally.sold.get(id) ?? { lines: 0, pieces: 0 }
    const last = after.get(id)
    const changes = last && last.version - version
    if (!last || changes === undefined || (changes > lines && !unsure.has(id))) elsewhere.add(id)
    else if (changes < lines)
      wrong.push(`${name}: ${lines} order lines, but only ${changes} changes of its stock`)
    else if (changes === lines && stock - pieces !== last.stock) {
      wrong.push(`${name}: ${stock} at the start − ${pieces} sold is not the ${last.stock} at the end`)
    }
  }
  const alone = start.length - elsewhere.size
  return {
    check: toCheck('stock at the start − sold = stock at the end', counted(alone, 'product'), wrong),
    notes: notesOn(elsewhere.size, tally),
  }
}

function notesOn(elsewhere: number, tally: Tally): string[] {
  const notes: string[] = []
  if (elsewhere > 0) {
    notes.push(`Somebody else traded too: ${counted(elsewhere, 'product')} could not be added up.`)
  }
  if (tally.undecided.size > 0) {
    notes.push(
      `${counted(tally.undecided.size, 'purchase')} stayed without an answer: sold or not, nobody knows.`,
    )
  }
  return notes
}

function checkFinding(findings: Findings, kind: FindingKind, rule: string): Check {
  const { count: times, examples } = findings.of(kind)
  return { rule, holds: times === 0, extent: times === 0 ? '' : counted(times, 'time'), examples }
}

function toCheck(rule: string, extent: string, wrong: readonly string[]): Check {
  const holds = wrong.length === 0
  return {
    rule,
    holds,
    extent: holds ? extent : `${wrong.length} wrong of ${extent}`,
    examples: wrong.slice(0, examplesMax),
  }
}
