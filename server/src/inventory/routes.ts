import { stockStreamQuery } from '@onhand/contract/stock-events'
import { Router } from 'express'
import { allow } from '../http/access.ts'
import { onlyMethod } from '../http/only-method.ts'
import { parse } from '../http/parse.ts'
import type { StockStreams } from './stock-streams.ts'

export function inventoryRoutes(streams: StockStreams): Router {
  const router = Router()

  router
    .route('/stock/stream')
    .get(allow('public'), async (req, res) => {
      const query = parse(stockStreamQuery, req.query)
      const lastEventId = req.get('Last-Event-ID') ?? query.lastEventId
      if (req.method === 'HEAD') return void res.type('text/event-stream').end()
      await streams.open(res, query.products, lastEventId)
    })
    .all(onlyMethod('GET'))

  return router
}
