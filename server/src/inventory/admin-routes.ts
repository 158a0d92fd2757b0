import type { AdminProduct } from '@onhand/contract/catalog'
import { stockCount, stockDelta, stockMovementsQuery } from '@onhand/contract/stock-movements'
import { type Request, type Response, Router } from 'express'
import type { Database, Db } from '../database/database.ts'
import { allow, signedInOf } from '../http/access.ts'
import { jsonBody } from '../http/json-body.ts'
import { onlyMethod } from '../http/only-method.ts'
import { parse } from '../http/parse.ts'
import { listMovements, type NamesOf, showMovement } from './list-movements.ts'
import { countStock, type MovementPlace, moveStock } from './move-stock.ts'
import type { StockFeed } from './stock-feed.ts'

interface Parts {
  readonly database: Database
  readonly stockFeed: StockFeed
  /** Knows the products, which this feature does not. */
  productOf(db: Db, id: string): Promise<AdminProduct>
  readonly namesOf: NamesOf
}

/** The stockroom, for administrators. */
export function inventoryAdminRoutes({ database, stockFeed, productOf, namesOf }: Parts): Router {
  const { db } = database
  const router = Router()

  async function move(req: Request, actor: string): Promise<MovementPlace | undefined> {
    const id = String(req.params.id)
    const isCount = Object.hasOwn(req.body ?? {}, 'countedTo')
    return isCount
      ? countStock(database, stockFeed, id, parse(stockCount, req.body), actor)
      : moveStock(database, stockFeed, id, parse(stockDelta, req.body), actor)
  }

  router
    .route('/admin/products/:id/stock-movements')
    .post(allow('admin'), jsonBody(), async (req: Request, res: Response) => {
      const place = await move(req, signedInOf(res).id)
      res.status(place ? 201 : 200).json({
        movement: place ? await showMovement(db, place, namesOf) : null,
        product: await productOf(db, String(req.params.id)),
      })
    })
    .all(onlyMethod('POST'))

  router
    .route('/admin/stock-movements')
    .get(allow('admin'), async (req, res) => {
      res.json(await listMovements(db, parse(stockMovementsQuery, req.query), namesOf))
    })
    .all(onlyMethod('GET'))

  return router
}
