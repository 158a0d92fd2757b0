import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { errorHandler } from './error-handler.ts'
import { requestId } from './request-id.ts'

/** What is logged, as level and text, when this is thrown so many times. */
async function logOf(times: number, thrown: () => unknown): Promise<Array<readonly [number, string]>> {
  const lines: string[] = []
  const app = express()
  app.use(requestId, () => {
    throw thrown()
  })
  app.use(errorHandler(pino({}, { write: (line: string) => void lines.push(line) }), () => true))
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  for (let time = 0; time < times; time += 1) {
    const { status } = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    expect(status).toBe(503)
  }
  return lines.map((line) => JSON.parse(line)).map(({ level, msg }) => [level, msg] as const)
}

const [warn, error] = [40, 50]

test('a limit that refuses many is logged once for all of them, and each limit for itself', async () => {
  let asked = 0
  const log = await logOf(6, () => new Refusal('unavailable', asked++ % 2 ? 'Full.' : 'Busy.'))
  expect(log).toEqual([
    [warn, 'Busy.'],
    [warn, 'Full.'],
  ])
})

test('a trouble of the database is logged each time, with what it was', async () => {
  const refusals = await logOf(2, () => new Refusal('unavailable', 'Away.', { cause: new Error('gone') }))
  const errors = await logOf(2, () => new Error('gone'))
  expect([...refusals, ...errors].map(([level]) => level)).toEqual([error, error, error, error])
})
