import { productQuery } from '@onhand/contract/catalog'
import { catalogRevisionHeader } from '@onhand/contract/stock-events'
import { type Request, type RequestHandler, type Response, Router } from 'express'
import type { Database } from '../database/database.ts'
import { allow } from '../http/access.ts'
import { alwaysFresh } from '../http/always-fresh.ts'
import { onlyMethod } from '../http/only-method.ts'
import { parse } from '../http/parse.ts'
import { createListCache } from './list-cache.ts'
import { listCategories } from './list-categories.ts'
import { listProducts } from './list-products.ts'
import { showProduct } from './show-product.ts'

/** @param catalogRevision the newest that was heard of */
export function catalogRoutes(database: Database, catalogRevision: () => number): Router {
  const { db } = database
  const lists = createListCache(database)
  const router = Router()
  // Before anything is read, so that it is never newer than what was read.
  const tellRevision: RequestHandler = (_req, res, next) => {
    res.setHeader(catalogRevisionHeader, catalogRevision())
    next()
  }
  async function sendList(req: Request, res: Response, find: () => Promise<unknown>): Promise<void> {
    const { body, etag } = await lists.read(req.url, find)
    res.setHeader('ETag', etag)
    res.setHeader('Content-Type', 'application/json; charset=utf-8')
    res.send(body)
  }

  router
    .route('/products')
    .get(allow('public'), alwaysFresh, tellRevision, async (req, res) => {
      await sendList(req, res, async () => listProducts(db, parse(productQuery, req.query)))
    })
    .all(onlyMethod('GET'))

  router
    .route('/products/:idOrSlug')
    .get(allow('public'), alwaysFresh, tellRevision, async (req, res) => {
      res.json({ product: await showProduct(db, req.params.idOrSlug) })
    })
    .all(onlyMethod('GET'))

  router
    .route('/categories')
    .get(allow('public'), alwaysFresh, tellRevision, async (req, res) => {
      await sendList(req, res, async () => ({ categories: await listCategories(db) }))
    })
    .all(onlyMethod('GET'))

  return router
}
