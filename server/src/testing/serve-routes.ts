import express, { type Router } from 'express'
import { pino } from 'pino'
import { errorHandler } from '../http/error-handler.ts'
import { requestId } from '../http/request-id.ts'
import { closeServer, createLimitedServer, listen } from '../listen.ts'
import { whenOver } from './when-over.ts'

/** A server of these routes alone, made of parts that a whole shop would not let be chosen. Returns its address. */
export async function serveRoutes(routes: Router, path = '/api'): Promise<string> {
  const refuse = errorHandler(pino({ level: 'silent' }), () => false)
  const server = createLimitedServer(express().use(path, requestId, routes, refuse))
  whenOver(() => closeServer(server))
  return `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}`
}
