import { adminOrdersQuery } from '@onhand/contract/orders'
import { Router } from 'express'
import type { Database } from '../database/database.ts'
import { allow, signedInOf } from '../http/access.ts'
import { onlyMethod } from '../http/only-method.ts'
import { parse } from '../http/parse.ts'
import type { StockFeed } from '../inventory/stock-feed.ts'
import { listAllOrders, showAnyOrder } from './admin-orders.ts'
import { cancelOrder } from './cancel-order.ts'

/** All orders, for administrators. */
export function orderAdminRoutes(database: Database, feed: StockFeed): Router {
  const router = Router()

  router
    .route('/admin/orders')
    .get(allow('admin'), async (req, res) => {
      res.json(await listAllOrders(database.db, parse(adminOrdersQuery, req.query)))
    })
    .all(onlyMethod('GET'))

  router
    .route('/admin/orders/:id')
    .get(allow('admin'), async (req, res) => {
      res.json({ order: await showAnyOrder(database.db, req.params.id) })
    })
    .all(onlyMethod('GET'))

  router
    .route('/admin/orders/:id/cancellation')
    .post(allow('admin'), async (req, res) => {
      res.json(await cancelOrder(database, feed, req.params.id, signedInOf(res).id))
    })
    .all(onlyMethod('POST'))

  return router
}
