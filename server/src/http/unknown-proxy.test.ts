import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { call } from '../testing/api-client.ts'
import { tellOfUnknownProxy } from './unknown-proxy.ts'

test('a proxy that was not made known is told of in the log, once, and nothing else is', async () => {
  const told: string[] = []
  const app = express().use(tellOfUnknownProxy(pino({}, { write: (line) => void told.push(line) })))
  const server = app.use((_req, res) => void res.end()).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await call(url, '/')
  expect(told).toEqual([])
  for (let asked = 0; asked < 2; asked += 1) {
    await call(url, '/', { headers: { 'X-Forwarded-For': '203.0.113.7' } })
  }
  expect(told).toEqual([expect.stringContaining('TRUSTED_PROXIES')])
})
