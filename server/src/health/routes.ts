import { Router } from 'express'
import type { Database } from '../database/database.ts'
import { allow } from '../http/access.ts'
import { onlyMethod } from '../http/only-method.ts'
import { createReadyCheck } from './check-ready.ts'

export function healthRoutes(database: Database): Router {
  const router = Router()
  const checkReady = createReadyCheck(database)
  router
    .route('/health/live')
    .get(allow('public'), (_req, res) => void res.json({ status: 'live' }))
    .all(onlyMethod('GET'))
  router
    .route('/health/ready')
    .get(allow('public'), async (_req, res) => {
      await checkReady()
      res.set('Cache-Control', 'no-store').json({ status: 'ready' })
    })
    .all(onlyMethod('GET'))
  return router
}
