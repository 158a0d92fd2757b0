import type { AdminProduct } from '@onhand/contract/catalog'
import {
  type StockCount,
  type StockDelta,
  stockCount,
  stockDelta,
  stockMovementsQuery,
} from '@onhand/contract/stock-movements'
import { type Request, type Response, Router } from 'express'
import type { Database, Db } from '../database/database.ts'
import type { Transaction } from '../database/transaction.ts'
import { allow, signedInOf } from '../http/access.ts'
import { sendAnswer } from '../http/answer.ts'
import { idempotencyKeyOf } from '../http/idempotency-key.ts'
import { jsonBody } from '../http/json-body.ts'
import { onlyMethod } from '../http/only-method.ts'
import { parse } from '../http/parse.ts'
import { requestIdOf } from '../http/request-id.ts'
import { answerOnce } from '../idempotency/answer-once.ts'
import { listMovements, type NamesOf, showLastMovement } from './list-movements.ts'
import { countStock, moveStock } from './move-stock.ts'
import { readStock } from './read-stock.ts'
import type { StockFeed } from './stock-feed.ts'

interface Movement {
  readonly asked: StockDelta | StockCount
  /** Says whether anything moved. */
  book(tx: Transaction): Promise<boolean>
}

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

  /** The movement that a body asks for, to be done in a transaction. */
  function readMovement({ params, body }: Request, actor: string): Movement {
    const id = String(params.id)
    if (Object.hasOwn(body ?? {}, 'countedTo')) {
      const count = parse(stockCount, body)
      return { asked: count, book: (tx) => countStock(tx, stockFeed, id, count, actor) }
    }
    const delta = parse(stockDelta, body)
    const book = async (tx: Transaction) => {
      await moveStock(tx, stockFeed, id, delta, actor)
      return true
    }
    return { asked: delta, book }
  }

  router
    .route('/admin/products/:id/stock-movements')
    .post(allow('admin'), jsonBody, async (req: Request, res: Response) => {
      const actor = signedInOf(res).id
      const id = String(req.params.id)
      const { asked, book } = readMovement(req, actor)
      const request = ['stock-movements', id, asked]
      const repeatable = { owner: actor, key: idempotencyKeyOf(req), request, requestId: requestIdOf(res) }
      const answer = await answerOnce(database, repeatable, {
        async run(tx) {
          const moved = await book(tx)
          const movement = moved ? await showLastMovement(tx.db, id, namesOf) : null
          const product = await productOf(tx.db, id)
          return { status: moved ? 201 : 200, body: JSON.stringify({ movement, product }) }
        },
        async retell(tx) {
          const levels = await readStock(tx.db, [id])
          tx.afterCommit(() => stockFeed.publish(levels))
        },
      })
      sendAnswer(res, answer)
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
