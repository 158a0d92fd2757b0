import { productQuery } from '@onhand/contract/catalog'
import { Router } from 'express'
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
  // Kept copies are always asked for again: an old stock figure is a wrong one.
  router.use(['/products', '/categories'], (req, res, next) => {
    res.set('Cache-Control', 'no-cache')
    // If-None-Match counts whatever caches were told (RFC 9110, 13.2.2); Express would pass over it.
    delete req.headers['cache-control']
    next()
  })

  router
    .route('/products')
    .get(allow('public'), async (req, res) => {
      const query = parse(productQuery, req.query)
      const { body, etag } = await lists.read(query)
      res.set('ETag', etag).type('json').send(body)
    })
    .all(onlyMethod('GET'))

  router
    .route('/products/:idOrSlug')
    .get(allow('public'), async (req, res) => {
      res.json({ product: await showProduct(db, req.params.idOrSlug) })
    })
    .all(onlyMethod('GET'))

  router
    .route('/categories')
    .get(allow('public'), async (_req, res) => {
      res.json({ categories: await listCategories(db) })
    })
    .all(onlyMethod('GET'))

  return router
}
