import { stockStreamQuery } from '@onhand/contract/stock-events'
import { Router } from 'express'
import { allow } from '../http/access.ts'
import { onlyMethod } from '../http/only-method.ts'
import { isOwnNetwork } from '../http/own-network.ts'
import { parse } from '../http/parse.ts'
import { senderOf } from '../http/throttle.ts'
import type { StockStreams } from './stock-streams.ts'

export function inventoryRoutes(streams: StockStreams): Router {
  const router = Router()

  router
    .route('/stock/stream')
    .get(allow('public'), (req, res) => {
      const query = parse(stockStreamQuery, req.query)
      const lastEventId = req.get('Last-Event-ID') ?? query.lastEventId
      if (req.method === 'HEAD') return void res.type('text/event-stream').end()
      // A proxy's address, or that of a network behind one, says nothing about who asks.
      const sender = req.ip !== undefined && isOwnNetwork(req.ip) ? undefined : senderOf(req.ip)
      streams.open(res, { sender, productIds: query.products, lastEventId })
    })
    .all(onlyMethod('GET'))

  return router
}
