import { checkoutRequest } from '@onhand/contract/checkout'
import { type Request, type Response, Router } from 'express'
import { allow, visitorOf } from '../http/access.ts'
import { sendAnswer } from '../http/answer.ts'
import { idempotencyKeyOf } from '../http/idempotency-key.ts'
import { jsonBody } from '../http/json-body.ts'
import { onlyMethod } from '../http/only-method.ts'
import { parse } from '../http/parse.ts'
import { requestIdOf } from '../http/request-id.ts'
import { hashOf } from '../idempotency/kept-answers.ts'
import type { CheckoutQueue } from './checkout-queue.ts'

export function checkoutRoutes(queue: CheckoutQueue): Router {
  const router = Router()

  router
    .route('/cart/checkout')
    .post(allow('public'), jsonBody, async (req: Request, res: Response) => {
      const request = parse(checkoutRequest, req.body)
      const answer = await queue.submit({
        request,
        requestHash: hashOf(request),
        idempotencyKey: idempotencyKeyOf(req),
        requestId: requestIdOf(res),
        shopper: visitorOf(res),
      })
      sendAnswer(res, answer)
    })
    .all(onlyMethod('POST'))

  return router
}
