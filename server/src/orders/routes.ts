import { orderQuery } from '@onhand/contract/orders'
import { Router } from 'express'
import type { Db } from '../database/database.ts'
import { allow } from '../http/access.ts'
import { onlyMethod } from '../http/only-method.ts'
import { parse } from '../http/parse.ts'
import { showOrder } from './show-order.ts'

export function orderRoutes(db: Db): Router {
  const router = Router()

  router
    .route('/orders/:id')
    .get(allow('owner'), async (req, res) => {
      const { token } = parse(orderQuery, req.query)
      res.set('Cache-Control', 'no-store')
      res.json({ order: await showOrder(db, req.params.id, token) })
    })
    .all(onlyMethod('GET'))

  return router
}
