import { productQuery } from '@onhand/contract/catalog'
import { type RequestHandler, Router } from 'express'
import type { Database } from '../database/database.ts'
import { allow } from '../http/access.ts'
import { onlyMethod } from '../http/only-method.ts'
import { parse } from '../http/parse.ts'
import { createListCache } from './list-cache.ts'
import { listCategories } from './list-categories.ts'
import { showProduct } from './show-product.ts'

export function catalogRoutes(database: Database): Router {
  const { db } = database
  const lists = createListCache(database)
  const router = Router()
  router
    .route('/products')
    .get(allow('public'), alwaysFresh, async (req, res) => {
      const { body, etag } = await lists.read(req.url, () => parse(productQuery, req.query))
      res.setHeader('ETag', etag)
      res.setHeader('Content-Type', 'application/json; charset=utf-8')
      res.send(body)
    })
    .all(onlyMethod('GET'))

  router
    .route('/products/:idOrSlug')
    .get(allow('public'), alwaysFresh, async (req, res) => {
      res.json({ product: await showProduct(db, req.params.idOrSlug) })
    })
    .all(onlyMethod('GET'))

  router
    .route('/categories')
    .get(allow('public'), alwaysFresh, async (_req, res) => {
      res.json({ categories: await listCategories(db) })
    })
    .all(onlyMethod('GET'))

  return router
}

/** Kept copies are always asked for again: an old stock figure is a wrong one. */
const alwaysFresh: RequestHandler = (req, res, next) => {
  res.setHeader('Cache-Control', 'no-cache')
  // If-None-Match counts whatever caches were told (RFC 9110, 13.2.2); Express would pass over it.
  delete req.headers['cache-control']
  next()
}
