import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import type { Standing } from './standing.ts'
import { drawLine, drawLineHead, drawTable, tableLinesBeside } from './table.ts'
import { createTally } from './tally.ts'

const standing: Standing = {
  tally: { ...createTally(), connected: 5_000, pageViews: 1_234_567, orders: 123_456, pieces: 999_999 },
  elapsedMs: 12_300,
  ordersPerSecond: 1_234.5,
  eventsPerSecond: 123_456,
  movers: [
    { name: 'A name as long as names of products may at most be', sold: 1_000, stock: 12_345 },
    { name: 'Turned oak bowl', sold: 6, stock: 0 },
  ],
  delay: { count: 10, medianMs: 4.25, p99Ms: 123.4, maxMs: 12_345 },
}
const frame = {
  url: 'http://localhost:3000',
  shoppers: 5_000,
  durationMs: 3_600_000,
  stage: undefined,
  moversMax: 8,
}

test('the table fits 80 columns, and has the same height at each moment', () => {
  const lines = drawTable(standing, frame).map(stripVTControlCharacters)
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80)
  expect(lines).toHaveLength(tableLinesBeside + frame.moversMax)
  expect(drawTable({ ...standing, movers: [] }, frame)).toHaveLength(lines.length)
})

test('it tells what moves most and what of it is left', () => {
  const text = stripVTControlCharacters(drawTable(standing, frame).join('\n'))
  expect(text).toMatch(/6 +sold out +Turned oak bowl/)
  expect(text).toContain('median 4.3 ms, p99 123 ms, max 12.35 s')
  expect(text).toContain('12 of 3600 s')
})

test('lines without a terminal fit 80 columns below their head', () => {
  expect(drawLineHead()).toHaveLength(80)
  expect(drawLine(standing)).toHaveLength(80)
})
