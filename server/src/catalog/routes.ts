import { productQuery } from '@onhand/contract/catalog'
import { Router } from 'express'
import type { Db } from '../database/database.ts'
import { onlyMethod } from '../http/only-method.ts'
import { parse } from '../http/parse.ts'
import { listCategories } from './list-categories.ts'
import { listProducts } from './list-products.ts'
import { showProduct } from './show-product.ts'

export function catalogRoutes(db: Db): Router {
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
    .get(async (req, res) => {
      const query = parse(productQuery, req.query)
      res.json(await listProducts(db, query))
    })
    .all(onlyMethod('GET'))

  router
    .route('/products/:idOrSlug')
    .get(async (req, res) => {
      res.json({ product: await showProduct(db, req.params.idOrSlug) })
    })
    .all(onlyMethod('GET'))

  router
    .route('/categories')
    .get(async (_req, res) => {
      res.json({ categories: await listCategories(db) })
    })
    .all(onlyMethod('GET'))

  return router
}
