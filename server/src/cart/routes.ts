import { cartRequest } from '@onhand/contract/cart'
import { type Request, type Response, Router } from 'express'
import type { Database } from '../database/database.ts'
import { allow, signedInOf } from '../http/access.ts'
import { sendAnswer } from '../http/answer.ts'
import { idempotencyKeyOf } from '../http/idempotency-key.ts'
import { jsonBody } from '../http/json-body.ts'
import { onlyMethod } from '../http/only-method.ts'
import { parse } from '../http/parse.ts'
import { requestIdOf } from '../http/request-id.ts'
import { answerOnce } from '../idempotency/answer-once.ts'
import type { CartNews } from './cart-news.ts'
import type { CartStreams } from './cart-streams.ts'
import { keepCart, showCart } from './keep-cart.ts'
import { mergeCart } from './merge-cart.ts'

interface Parts {
  readonly database: Database
  readonly cartNews: CartNews
  readonly cartStreams: CartStreams
}

export function cartRoutes({ database, cartNews, cartStreams }: Parts): Router {
  const router = Router()

  router
    .route('/cart')
    .get(allow('shopper'), async (_req, res) => {
      res.set('Cache-Control', 'no-store').json(await showCart(database.db, signedInOf(res).id))
    })
    .put(allow('shopper'), jsonBody, async (req: Request, res: Response) => {
      const { items } = parse(cartRequest, req.body)
      const kept = await keepCart(database, cartNews, signedInOf(res).id, items)
      res.set('Cache-Control', 'no-store').json(kept)
    })
    .all(onlyMethod('GET', 'PUT'))

  router
    .route('/cart/merge')
    .post(allow('shopper'), jsonBody, async (req: Request, res: Response) => {
      const { items } = parse(cartRequest, req.body)
      const { id: owner } = signedInOf(res)
      const request = ['cart/merge', items]
      const repeatable = { owner, key: idempotencyKeyOf(req), request, requestId: requestIdOf(res) }
      const answer = await answerOnce(database, repeatable, {
        run: async (tx) => ({
          status: 200,
          body: JSON.stringify(await mergeCart(tx, cartNews, owner, items)),
        }),
        async retell(tx) {
          const cart = await showCart(tx.db, owner)
          tx.afterCommit(() => cartNews.publish(owner, cart))
        },
      })
      sendAnswer(res, answer)
    })
    .all(onlyMethod('POST'))

  router
    .route('/cart/stream')
    .get(allow('shopper'), async (req, res) => {
      if (req.method === 'HEAD') return void res.type('text/event-stream').end()
      await cartStreams.open(res, signedInOf(res))
    })
    .all(onlyMethod('GET'))

  return router
}
