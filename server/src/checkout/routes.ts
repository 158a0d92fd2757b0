import { checkoutRequest, idempotencyKey } from '@onhand/contract/checkout'
import { type Request, type Response, Router } from 'express'
import { allow, visitorOf } from '../http/access.ts'
import { jsonBody } from '../http/json-body.ts'
import { onlyMethod } from '../http/only-method.ts'
import { parse } from '../http/parse.ts'
import { problemMediaType } from '../http/problem.ts'
import { requestIdOf } from '../http/request-id.ts'
import { ownKey } from './attempt.ts'
import type { CheckoutQueue } from './checkout-queue.ts'

export function checkoutRoutes(queue: CheckoutQueue): Router {
  const router = Router()

  router
    .route('/cart/checkout')
    .post(allow('public'), jsonBody(), async (req: Request, res: Response) => {
      const key = idempotencyKeyOf(req)
      const request = parse(checkoutRequest, req.body)
      const answer = await queue.submit({
        request,
        idempotencyKey: key,
        requestId: requestIdOf(res),
        shopper: visitorOf(res),
      })
      res.setHeader('Cache-Control', 'no-store')
      res.setHeader(
        'Content-Type',
        answer.status < 400 ? 'application/json; charset=utf-8' : problemMediaType,
      )
      if (answer.replayed) res.setHeader('Idempotency-Replayed', 'true')
      // Express would work out an ETag, which no answer to a POST needs.
      res.status(answer.status).end(answer.body)
    })
    .all(onlyMethod('POST'))

  return router
}

function idempotencyKeyOf(req: Request): string {
  const header = req.get('Idempotency-Key')
  return header === undefined ? ownKey() : parse(idempotencyKey, header, 'Idempotency-Key')
}
