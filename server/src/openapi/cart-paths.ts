import { badBody, body, idempotencyKeyHeader, json, refusals, signedIn as security } from './operation.ts'

const tags = ['Cart']
const others = ['not_signed_in', 'invalid_token'] as const

/** `/api/cart`: the kept cart of whoever is signed in. A guest's cart is in the browser alone. */
export const cartPaths = {
  '/api/cart': {
    get: {
      operationId: 'showCart',
      tags,
      summary: 'The kept cart',
      security,
      responses: { 200: json('The cart.', 'Cart'), ...refusals(...others) },
    },
    put: {
      operationId: 'keepCart',
      tags,
      summary: 'Replace the kept cart',
      description: 'What is in it may be out of stock: that is said at checkout.',
      security,
      requestBody: body('CartRequest'),
      responses: {
        200: json('The cart.', 'Cart'),
        ...refusals(...badBody, ...others, 'unavailable', 'too_many_requests'),
      },
    },
  },
  '/api/cart/merge': {
    post: {
      operationId: 'mergeCart',
      tags,
      summary: "Fold a guest's cart into the kept one",
      description:
        'Quantities are added up, and capped at what there is and at 999. `capped` names the lines of which less is in the ' +
        'cart now than was wanted; with `kept: 0` the line is gone. With an `Idempotency-Key` it may be sent again safely, ' +
        'as a checkout may.',
      security,
      parameters: [idempotencyKeyHeader],
      requestBody: body('CartRequest'),
      responses: {
        200: json('The cart.', 'CartMergeReply'),
        ...refusals(...badBody, ...others, 'idempotency_key_reused', 'unavailable', 'too_many_requests'),
      },
    },
  },
  '/api/cart/stream': {
    get: {
      operationId: 'streamCart',
      tags,
      summary: 'Every change of the kept cart, as it happens',
      description:
        'Server-sent events: `event: cart` (Cart), first as it is and then after every change on any device. Of two, the one ' +
        'with the higher version is true. Read it with `fetch`, since it takes the access token as a header. The stream ends ' +
        'after ten minutes: come back with a new token. A shopper may have 20 of them, one process 5,000; past that it answers ' +
        '`unavailable`, and `Retry-After` says when to come back.',
      security,
      responses: {
        200: { description: 'The stream.', content: { 'text/event-stream': { schema: { type: 'string' } } } },
        ...refusals(...others, 'unavailable'),
      },
    },
  },
}
