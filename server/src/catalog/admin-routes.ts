import { newProduct, productChange, productQuery } from '@onhand/contract/catalog'
import { type Request, type Response, Router } from 'express'
import type { Database } from '../database/database.ts'
import { allow, signedInOf } from '../http/access.ts'
import { jsonBody } from '../http/json-body.ts'
import { onlyMethod } from '../http/only-method.ts'
import { parse } from '../http/parse.ts'
import type { StockFeed } from '../inventory/stock-feed.ts'
import { listAllProducts, showAnyProduct } from './admin-products.ts'
import { changeProduct } from './change-product.ts'
import { createProduct } from './create-product.ts'

interface Parts {
  readonly database: Database
  readonly stockFeed: StockFeed
}

/** The catalog, for administrators. */
export function catalogAdminRoutes(parts: Parts): Router {
  const { database, stockFeed } = parts
  const { db } = database
  const router = Router()

  router
    .route('/admin/products')
    .get(allow('admin'), async (req, res) => {
      res.json(await listAllProducts(db, parse(productQuery, req.query)))
    })
    .post(allow('admin'), jsonBody, async (req: Request, res: Response) => {
      const id = await createProduct(parts, parse(newProduct, req.body), signedInOf(res).id)
      res.status(201).json({ product: await showAnyProduct(db, id) })
    })
    .all(onlyMethod('GET', 'POST'))

  router
    .route('/admin/products/:id')
    .get(allow('admin'), async (req, res) => {
      res.json({ product: await showAnyProduct(db, req.params.id) })
    })
    .patch(allow('admin'), jsonBody, async (req: Request, res: Response) => {
      const id = String(req.params.id)
      await changeProduct(database, stockFeed, id, parse(productChange, req.body))
      res.json({ product: await showAnyProduct(db, id) })
    })
    .all(onlyMethod('GET', 'PATCH'))

  return router
}
