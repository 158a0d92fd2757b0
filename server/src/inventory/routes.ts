import { stockQuery, stockStreamQuery } from '@onhand/contract/stock-events'
import { Router } from 'express'
import type { Db } from '../database/database.ts'
import { allow } from '../http/access.ts'
import { alwaysFresh } from '../http/always-fresh.ts'
import { onlyMethod } from '../http/only-method.ts'
import { isOwnNetwork } from '../http/own-network.ts'
import { parse } from '../http/parse.ts'
import { senderOf } from '../http/throttle.ts'
import { readStockForSale } from './read-stock.ts'
import type { StockStreams } from './stock-streams.ts'

/** @param catalogRevision the newest that was heard of */
export function inventoryRoutes(db: Db, streams: StockStreams, catalogRevision: () => number): Router {
  const router = Router()

  router
    .route('/stock')
    .get(allow('public'), alwaysFresh, async (req, res) => {
      const { products } = parse(stockQuery, req.query)
      // Before the stock is read, so that it is never newer than what was read.
      const revision = catalogRevision()
      res.json({ stock: await readStockForSale(db, products), catalogRevision: revision })
    })
    .all(onlyMethod('GET'))

  router
    .route('/stock/stream')
    .get(allow('public'), (req, res) => {
      const query = parse(stockStreamQuery, req.query)
      const lastEventId = req.get('Last-Event-ID') ?? query.lastEventId
      if (req.method === 'HEAD') return void res.type('text/event-stream').end()
      // A proxy's address, or that of a network behind one, says nothing about who asks.
      const sender = req.ip !== undefined && isOwnNetwork(req.ip) ? undefined : senderOf(req.ip)
      const { products: productIds, catalog } = query
      streams.open(res, { sender, productIds, wholeCatalog: catalog === 'all', lastEventId })
    })
    .all(onlyMethod('GET'))

  return router
}
