import { checkoutRequest, idempotencyKey } from '@onhand/contract/checkout'
import { type Request, type Response, Router } from 'express'
import { allow, visitorOf } from '../http/access.ts'
import { jsonBody } from '../http/json-body.ts'
import { onlyMethod } from '../http/only-method.ts'
import { parse } from '../http/parse.ts'
import { problemMediaType } from '../http/problem.ts'
import { requestIdOf } from '../http/request-id.ts'
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
      res.set('Cache-Control', 'no-store')
      if (answer.replayed) res.set('Idempotency-Replayed', 'true')
      res
        .status(answer.status)
        .type(answer.status < 400 ? 'application/json' : problemMediaType)
        .send(answer.body)
    })
    .all(onlyMethod('POST'))

  return router
}

function idempotencyKeyOf(req: Request): string | undefined {
  const header = req.get('Idempotency-Key')
  return header === undefined ? undefined : parse(idempotencyKey, header, 'Idempotency-Key')
}
