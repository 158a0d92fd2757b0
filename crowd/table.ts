import { styleText } from 'node:util'
import { milliseconds, number } from './figures.ts'
import type { Standing } from './standing.ts'

/** The table fits terminals of this many columns. */
const columns = 80
const barLength = 24
const cellLength = 11

/** Lines of the table that are not movers. */
export const tableLinesBeside = 13

export interface TableFrame {
  readonly url: string
  readonly shoppers: number
  readonly durationMs: number
  /** What is going on once shopping is over, such as `waiting for quiet`. */
  readonly stage: string | undefined
  readonly moversMax: number
}

/** The live table, of the same height at each moment, so that it can be drawn over the one before. */
export function drawTable(standing: Standing, frame: TableFrame): string[] {
  const { tally, movers, delay } = standing
  const blank = Array.from({ length: frame.moversMax - movers.length }, () => '')
  return [
    title(standing, frame),
    '',
    cells(['streams', 'page views', 'orders', 'pieces', 'orders/s', 'events/s'], 'dim'),
    cells(
      [
        `${tally.connected}/${frame.shoppers}`,
        number(tally.pageViews),
        number(tally.orders),
        number(tally.pieces),
        standing.ordersPerSecond.toFixed(1),
        number(standing.eventsPerSecond),
      ],
      'bold',
    ),
    '',
    cells(['sold out', 'refused', 'errors', 'repeats', 'reconnects'], 'dim'),
    cells(
      [tally.soldOut, tally.otherRefusals, tally.errors, tally.repeats, tally.reconnects].map(number),
      'bold',
    ),
    '',
    styleText('dim', '       sold       left   what moves most'),
    ...movers.map(moverLine),
    ...blank,
    '',
    `  ${styleText('dim', 'delay, request to stream')}   ${delay.count === 0 ? '…' : delayLine(standing)}`,
    '',
    styleText('dim', frame.stage ? '' : '  Ctrl-C ends the shopping and compares.'),
  ]
}

const lineColumns = [
  'time',
  'streams',
  'orders',
  'ord/s',
  'soldout',
  'refused',
  'errors',
  'evts/s',
  'median',
  'p99',
]
const lineCellLength = 8

/** What stands in the columns of `drawLine`. */
export function drawLineHead(): string {
  return lineColumns.map((name) => name.padStart(lineCellLength)).join('')
}

/** One line for where a table cannot be drawn over. */
export function drawLine({ tally, elapsedMs, ordersPerSecond, eventsPerSecond, delay }: Standing): string {
  const figures = [
    `${Math.round(elapsedMs / 1_000)} s`,
    number(tally.connected),
    number(tally.orders),
    number(ordersPerSecond),
    number(tally.soldOut),
    number(tally.otherRefusals),
    number(tally.errors),
    number(eventsPerSecond),
    ...[delay.medianMs, delay.p99Ms].map((delayMs) => (delay.count === 0 ? '…' : milliseconds(delayMs))),
  ]
  return figures.map((figure) => figure.padStart(lineCellLength)).join('')
}

function title({ elapsedMs }: Standing, { url, durationMs, stage }: TableFrame): string {
  const share = Math.min(elapsedMs / durationMs, 1)
  const done = Math.round(share * barLength)
  const bar = styleText('green', '━'.repeat(done)) + styleText('dim', '━'.repeat(barLength - done))
  const time = stage ?? `${Math.floor(Math.min(elapsedMs, durationMs) / 1_000)} of ${durationMs / 1_000} s`
  const name = `A crowd at ${url}`.slice(0, columns - barLength - time.length - 8)
  return `  ${styleText('bold', name)}   ${bar}  ${time}`
}

function cells(texts: readonly string[], style: 'bold' | 'dim'): string {
  return styleText(style, texts.map((text) => text.padStart(cellLength)).join(' '))
}

function moverLine({ name, sold, stock }: Standing['movers'][number]): string {
  const left = (stock === 0 ? 'sold out' : number(stock)).padStart(cellLength - 1)
  return `${number(sold).padStart(cellLength)} ${stock === 0 ? styleText('red', left) : left}   ${name}`
}

function delayLine({ delay }: Standing): string {
  return `median ${milliseconds(delay.medianMs)}, p99 ${milliseconds(delay.p99Ms)}, max ${milliseconds(delay.maxMs)}`
}
