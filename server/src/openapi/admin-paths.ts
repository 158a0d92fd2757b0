import { orderStatuses } from '@onhand/contract/orders'
import {
  badBody,
  body,
  historyParameters,
  idempotencyKeyHeader,
  json,
  path,
  query,
  refusals,
  signedIn as security,
} from './operation.ts'

const tags = ['Administration']
const productId = path('id', "The product's id.")
/** What every route of administrators refuses. */
const others = ['not_signed_in', 'invalid_token', 'forbidden'] as const

/** `/api/admin`: the owner's room. */
export const adminPaths = {
  '/api/admin/products': {
    get: {
      operationId: 'listAllProducts',
      tags,
      summary: 'One page of all products, withdrawn ones too',
      description: 'Takes what `GET /api/products` takes.',
      security,
      responses: { 200: json('The page.', 'AdminProductPage'), ...refusals('invalid_request', ...others) },
    },
    post: {
      operationId: 'createProduct',
      tags,
      summary: 'Add a product',
      security,
      requestBody: body('NewProduct'),
      responses: {
        201: json('The product.', 'AdminProductReply'),
        ...refusals(...badBody, ...others, 'slug_taken', 'unavailable', 'too_many_requests'),
      },
    },
  },
  '/api/admin/products/{id}': {
    get: {
      operationId: 'showAnyProduct',
      tags,
      summary: 'One product, withdrawn or not',
      security,
      parameters: [productId],
      responses: {
        200: json('The product.', 'AdminProductReply'),
        ...refusals(...others, 'product_not_found'),
      },
    },
    patch: {
      operationId: 'changeProduct',
      tags,
      summary: 'Change a product, withdraw it or put it back',
      description: 'What is left out stays as it is. Its stock is moved, never set: see the stock movements.',
      security,
      parameters: [productId],
      requestBody: body('ProductChange'),
      responses: {
        200: json('The product.', 'AdminProductReply'),
        ...refusals(
          ...badBody,
          ...others,
          'product_not_found',
          'slug_taken',
          'unavailable',
          'too_many_requests',
        ),
      },
    },
  },
  '/api/admin/products/{id}/stock-movements': {
    post: {
      operationId: 'moveStock',
      tags,
      summary: 'Book pieces that came, went or were counted',
      description:
        'Either a delta (StockDelta), or a count (StockCount), which holds only if nothing moved since `expectedVersion`: ' +
        'otherwise `version_conflict` tells in `current` what there is now. A count that finds what there is moves nothing ' +
        'and is answered 200 with `movement: null`. With an `Idempotency-Key` it may be sent again safely, as a checkout may.',
      security,
      parameters: [productId, idempotencyKeyHeader],
      requestBody: body('StockDelta', 'StockCount'),
      responses: {
        200: json('Nothing moved.', 'StockMovementReply'),
        201: json('The movement, and the product after it.', 'StockMovementReply'),
        ...refusals(
          ...badBody,
          ...others,
          'product_not_found',
          'insufficient_stock',
          'stock_limit_reached',
          'version_conflict',
          'idempotency_key_reused',
          'unavailable',
          'too_many_requests',
        ),
      },
    },
  },
  '/api/admin/stock-movements': {
    get: {
      operationId: 'listMovements',
      tags,
      summary: 'The ledger, newest first',
      description:
        'Of one product all movements; without `product`, those of all products but for the sales.',
      security,
      parameters: [
        query('product', { type: 'string' }, "Only this product's; its id."),
        ...historyParameters,
      ],
      responses: { 200: json('The page.', 'StockMovementPage'), ...refusals('invalid_request', ...others) },
    },
  },
  '/api/admin/orders': {
    get: {
      operationId: 'listAllOrders',
      tags,
      summary: 'All orders, newest first',
      security,
      parameters: [
        query(
          'q',
          { type: 'string' },
          "An order's id or its number (the end of its id, such as 7F3A-91C2), or a part of an e-mail address.",
        ),
        query('status', { type: 'string', enum: orderStatuses }, 'Only these.'),
        ...historyParameters,
      ],
      responses: { 200: json('The page.', 'AdminOrderPage'), ...refusals('invalid_request', ...others) },
    },
  },
  '/api/admin/orders/{id}': {
    get: {
      operationId: 'showAnyOrder',
      tags,
      summary: 'One order, with who bought it',
      security,
      parameters: [path('id', "The order's id.")],
      responses: { 200: json('The order.', 'AdminOrderReply'), ...refusals(...others, 'order_not_found') },
    },
  },
  '/api/admin/orders/{id}/cancellation': {
    post: {
      operationId: 'cancelOrder',
      tags,
      summary: 'Cancel an order: its pieces are in stock again, once',
      description:
        'Cancelling it again changes nothing and is answered alike, but for `isNew: false`. So it may be sent again safely.',
      security,
      parameters: [path('id', "The order's id.")],
      responses: {
        200: json('The cancelled order.', 'CancellationReply'),
        ...refusals(...others, 'order_not_found', 'unavailable', 'too_many_requests'),
      },
    },
  },
}
