import express, { type Express, Router } from 'express'
import type { Logger } from 'pino'
import { catalogRoutes } from './catalog/routes.ts'
import { createCheckoutQueue } from './checkout/checkout-queue.ts'
import { checkoutRoutes } from './checkout/routes.ts'
import type { Database } from './database/database.ts'
import { healthRoutes } from './health/routes.ts'
import { errorHandler, refuseUnknownAddress } from './http/error-handler.ts'
import { refuseNul } from './http/refuse-nul.ts'
import { requestId } from './http/request-id.ts'
import { requestLog } from './http/request-log.ts'
import { securityHeaders } from './http/security-headers.ts'
import { inventoryRoutes } from './inventory/routes.ts'
import type { StockFeed } from './inventory/stock-feed.ts'
import type { StockStreams } from './inventory/stock-streams.ts'
import { openApiRoutes } from './openapi/routes.ts'
import { orderRoutes } from './orders/routes.ts'

interface Parts {
  readonly database: Database
  readonly stockFeed: StockFeed
  readonly stockStreams: StockStreams
  readonly log: Logger
}

/** The API with all its features mounted under `/api`. */
export function createApp({ database, stockFeed, stockStreams, log }: Parts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', 'strong')
  app.set('query parser', 'simple')

  // The busiest first: a request is held against one route after the other.
  const api = Router()
  api.use(requestId, requestLog(log), securityHeaders, refuseNul)
  api.use(catalogRoutes(database))
  api.use(checkoutRoutes(createCheckoutQueue(database, stockFeed)))
  api.use(inventoryRoutes(stockStreams))
  api.use(orderRoutes(database.db))
  api.use(healthRoutes(database))
  api.use(openApiRoutes())
  api.use(
    refuseUnknownAddress,
    errorHandler(log, (error) => database.failureOf(error) !== 'bug'),
  )
  app.use('/api', api)

  return app
}
