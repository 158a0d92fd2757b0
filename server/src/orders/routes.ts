import { claimRequest, orderQuery, ordersQuery } from '@onhand/contract/orders'
import { type Request, type Response, Router } from 'express'
import type { Database } from '../database/database.ts'
import { allow, signedInOf, visitorOf } from '../http/access.ts'
import { jsonBody } from '../http/json-body.ts'
import { onlyMethod } from '../http/only-method.ts'
import { parse } from '../http/parse.ts'
import { claimOrder } from './claim-order.ts'
import { listOrders } from './list-orders.ts'
import { showOrder } from './show-order.ts'

/** @param isAdministrator whether somebody is an administrator now, whatever a token says */
export function orderRoutes(database: Database, isAdministrator: (id: string) => Promise<boolean>): Router {
  const { db } = database
  const router = Router()
  router.use('/orders', (_req, res, next) => {
    res.set('Cache-Control', 'no-store')
    next()
  })

  router
    .route('/orders')
    .get(allow('shopper'), async (req, res) => {
      res.json(await listOrders(db, signedInOf(res).id, parse(ordersQuery, req.query)))
    })
    .all(onlyMethod('GET'))

  router
    .route('/orders/:id')
    .get(allow('owner'), async (req, res) => {
      const { token } = parse(orderQuery, req.query)
      const reader = { visitor: visitorOf(res), token, isAdministrator }
      res.json({ order: await showOrder(db, req.params.id, reader) })
    })
    .all(onlyMethod('GET'))

  router
    .route('/orders/:id/owner')
    .put(allow('shopper'), jsonBody, async (req: Request, res: Response) => {
      const { accessToken } = parse(claimRequest, req.body)
      res.json({ order: await claimOrder(database, String(req.params.id), accessToken, signedInOf(res).id) })
    })
    .all(onlyMethod('PUT'))

  return router
}
