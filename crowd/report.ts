import { styleText } from 'node:util'
import type { Product } from '@onhand/contract/catalog'
import type { DelayReport } from './delay-meter.ts'
import type { DelaySummary } from './delays.ts'
import { counted, milliseconds, number } from './figures.ts'
import type { Tally } from './tally.ts'
import type { Check, Verdict } from './verdict.ts'

/** Above this the crowd itself was too slow to tell how fast the shop was. */
const busyShareMax = 0.7

export interface Figures {
  readonly start: readonly Product[]
  /** Undefined when the shop was not asked or did not answer at the end. */
  readonly end: readonly Product[] | undefined
  readonly tally: Tally
  readonly delay: DelayReport
  /** How much of its time the crowd's own process was at work, 0 to 1. */
  readonly busyShare: number
}

/** What was done and how long it took to arrive. */
export function figureLines({ start, end, tally, delay, busyShare }: Figures): string[] {
  return [
    row('sold', `${counted(tally.orders, 'order')}, ${counted(tally.pieces, 'piece')}`),
    row('refused', `${number(tally.soldOut)} sold out, ${number(tally.otherRefusals)} for other reasons`),
    ...(end ? [row('stock left', stockLeft(start, end))] : []),
    row('repeated', `${counted(tally.repeats, 'purchase')} sent a second time with the same key`),
    row('streams', `${counted(tally.streamEvents, 'event')}, ${counted(tally.reconnects, 'reconnect')}`),
    row('errors', number(tally.errors)),
    '',
    ...delayLines(delay),
    ...(busyShare > busyShareMax
      ? [
          `    The crowd itself was busy ${Math.round(busyShare * 100)} % of the time: delays are partly its own.`,
        ]
      : []),
  ]
}

/** What holds and what does not, and the verdict. */
export function verdictLines({ checks, agrees, notes }: Verdict): string[] {
  const verdict = agrees
    ? styleText(['bold', 'green'], '  All that the crowd saw agrees with the shop.')
    : styleText(['bold', 'red'], '  What the crowd saw does NOT agree with the shop.')
  return [...checks.flatMap(checkLines), ...notes.map((note) => `  ! ${note}`), '', verdict]
}

function stockLeft(start: readonly Product[], end: readonly Product[]): string {
  const pieces = (products: readonly Product[]) => products.reduce((sum, { stock }) => sum + stock, 0)
  const soldOut = end.filter(({ stock }) => stock === 0).length
  return `${number(pieces(end))} of ${number(pieces(start))} pieces; ${soldOut} of ${end.length} products sold out`
}

function delayLines({ fromRequest, fromAnswer, productsLeftOut }: DelayReport): string[] {
  if (fromRequest.count === 0) return [row('delay', 'nothing to measure')]
  return [
    `  delay of each order line to each open stream, at most (${number(fromRequest.count)} arrivals)`,
    row('', `from request sent to event    ${delayText(fromRequest)}`),
    row('', `from 201 received to event    ${delayText(fromAnswer)}`),
    ...(productsLeftOut > 0
      ? [
          row(
            '',
            `left out: ${counted(productsLeftOut, 'product')} that not the crowd alone traded, or not surely`,
          ),
        ]
      : []),
  ]
}

function delayText({ medianMs, p99Ms, maxMs }: DelaySummary): string {
  return `median ${milliseconds(medianMs)}, p99 ${milliseconds(p99Ms)}, max ${milliseconds(maxMs)}`
}

function checkLines({ rule, holds, extent, examples }: Check): string[] {
  const mark = holds ? styleText('green', '✓') : styleText('red', '✗')
  const line = `  ${mark} ${rule}${extent && styleText('dim', ` (${extent})`)}`
  return [line, ...examples.map((example) => `      ${example}`)]
}

function row(name: string, text: string): string {
  return `  ${styleText('dim', name.padEnd(12))} ${text}`
}
