import express, { type Express, type RequestHandler, Router } from 'express'
import type { Logger } from 'pino'
import type { Accounts } from './accounts/accounts.ts'
import { mailboxRoutes } from './accounts/mailbox-routes.ts'
import { isAdministrator, namesOf, refuseFormerAdministrators } from './accounts/roles.ts'
import { accountRoutes } from './accounts/routes.ts'
import type { CartNews } from './cart/cart-news.ts'
import type { CartStreams } from './cart/cart-streams.ts'
import { cartRoutes } from './cart/routes.ts'
import { showAnyProduct } from './catalog/admin-products.ts'
import { catalogAdminRoutes } from './catalog/admin-routes.ts'
import { catalogRoutes } from './catalog/routes.ts'
import { createCheckoutQueue } from './checkout/checkout-queue.ts'
import { checkoutRoutes } from './checkout/routes.ts'
import type { Database } from './database/database.ts'
import { healthRoutes } from './health/routes.ts'
import { readBearer } from './http/bearer.ts'
import { errorHandler, refuseUnknownAddress } from './http/error-handler.ts'
import { inOneLayer } from './http/in-one-layer.ts'
import { limitChanges } from './http/limit-changes.ts'
import { refuseNul } from './http/refuse-nul.ts'
import { requestId } from './http/request-id.ts'
import { requestLog } from './http/request-log.ts'
import { securityHeaders } from './http/security-headers.ts'
import { tellOfUnknownProxy } from './http/unknown-proxy.ts'
import { inventoryAdminRoutes } from './inventory/admin-routes.ts'
import { inventoryRoutes } from './inventory/routes.ts'
import type { StockFeed } from './inventory/stock-feed.ts'
import type { StockStreams } from './inventory/stock-streams.ts'
import { countRequests } from './metrics/count-requests.ts'
import { createMetrics } from './metrics/metrics.ts'
import { metricsRoutes } from './metrics/routes.ts'
import { openApiRoutes } from './openapi/routes.ts'
import { orderAdminRoutes } from './orders/admin-routes.ts'
import { orderRoutes } from './orders/routes.ts'

interface Parts {
  readonly database: Database
  readonly stockFeed: StockFeed
  readonly stockStreams: StockStreams
  readonly cartNews: CartNews
  readonly cartStreams: CartStreams
  readonly accounts: Accounts
  /** How many proxies in front are believed whom they speak for. */
  readonly trustedProxies: number
  /** Of each sender; undefined for no limit. */
  readonly changesPerSecond: number | undefined
  /** Opens the metrics from anywhere; without it they are for this machine. */
  readonly metricsToken: string | undefined
  readonly log: Logger
}

/** The API with all its features mounted under `/api`. */
export function createApp({
  database,
  stockFeed,
  stockStreams,
  cartNews,
  cartStreams,
  accounts,
  trustedProxies,
  changesPerSecond,
  metricsToken,
  log,
}: Parts): Express {
  const app = express()
  app.set('trust proxy', trustedProxies)
  app.disable('x-powered-by')
  app.set('etag', 'strong')
  app.set('query parser', 'simple')

  const metrics = createMetrics()
  const queue = createCheckoutQueue(database, stockFeed, metrics)
  metrics.readFrom({
    database,
    waitingCheckouts: () => queue.length,
    openStreams: () => ({ stock: stockStreams.size, cart: cartStreams.size }),
    movements: () => stockFeed.counted,
  })
  const api = Router()
  api.use(
    inOneLayer([
      countRequests(metrics),
      requestId,
      requestLog(log),
      securityHeaders,
      refuseNul,
      ...(trustedProxies === 0 ? [tellOfUnknownProxy(log)] : []),
      ...(changesPerSecond === undefined ? [] : [limitChanges(changesPerSecond)]),
      readBearer(accounts.tokens.visitorOf),
    ]),
  )
  // The busiest first: a request is held against one route after the other.
  api.use(checkoutRoutes(queue))
  api.use(catalogRoutes(database, stockFeed.catalogRevision))
  api.use(inventoryRoutes(database.db, stockStreams, stockFeed.catalogRevision))
  api.use(cartRoutes({ database, cartNews, cartStreams }))
  api.use(orderRoutes(database, (id) => isAdministrator(database.db, id)))
  api.use(healthRoutes(database))
  api.use(accountRoutes(accounts))
  api.use(metricsRoutes(metrics, metricsToken))
  api.use('/admin', neverKept, refuseFormerAdministrators(database.db))
  api.use(catalogAdminRoutes({ database, stockFeed }))
  api.use(inventoryAdminRoutes({ database, stockFeed, productOf: showAnyProduct, namesOf }))
  api.use(orderAdminRoutes(database, stockFeed))
  api.use(openApiRoutes())
  api.use(
    refuseUnknownAddress,
    errorHandler(log, (error) => database.failureOf(error) !== 'bug'),
  )
  app.use('/api', api)
  app.use(mailboxRoutes(accounts.mailer))

  return app
}

const neverKept: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store')
  next()
}
