import { pageSizeDefault, pageSizeMax, searchLengthMax } from '@onhand/contract/limits'
import { productSorts } from '@onhand/contract/product-sorts'
import { catalogRevisionHeader } from '@onhand/contract/stock-events'
import { accountPaths } from './account-paths.ts'
import { adminPaths } from './admin-paths.ts'
import { cartPaths } from './cart-paths.ts'
import { badBody, body, idempotencyKeyHeader, json, path, query, refusals } from './operation.ts'
import { orderPaths } from './order-paths.ts'
import { componentSchemas } from './schemas.ts'

/** The API as an OpenAPI 3.1 document. Bodies come from the contract's schemas, refusals from its list of codes. */
export function openApiDocument(): Record<string, unknown> {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Onhand',
      version: '0.1.0',
      license: { name: 'MIT', identifier: 'MIT' },
      description:
        'A shop whose stock is always true. Money is an integer in minor units beside its ISO 4217 currency, times are ' +
        'RFC 3339 in UTC, ids are opaque. Unknown fields are refused. Every refusal is problem details (RFC 9457) with a ' +
        '`code` from a closed list. Besides those named with a route there are `not_found`, `method_not_allowed` and ' +
        '`internal_error`, `invalid_request` for an address that cannot be read, and while the database cannot be reached every route that asks it answers `unavailable`, with ' +
        '`Retry-After`.',
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'Catalog' },
      { name: 'Checkout' },
      { name: 'Cart' },
      { name: 'Orders' },
      { name: 'Live stock' },
      { name: 'Accounts' },
      { name: 'Administration' },
      { name: 'Health' },
    ],
    paths: { ...paths, ...orderPaths, ...cartPaths, ...accountPaths, ...adminPaths },
    components: { schemas: componentSchemas(), securitySchemes },
  }
}

const securitySchemes = {
  accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
  session: { type: 'apiKey', in: 'cookie', name: 'onhand.session_token' },
}

/** An answer about products, which says of which state of the catalog it is. */
function withRevision(answer: object): object {
  const description = 'The catalog’s revision of which the answer is, or an older one.'
  return { ...answer, headers: { [catalogRevisionHeader]: { schema: { type: 'integer' }, description } } }
}

const paths = {
  '/api/products': {
    get: {
      operationId: 'listProducts',
      tags: ['Catalog'],
      summary: 'One page of products',
      description: `Without parameters the first ${pageSizeDefault} products in catalog order. The ETag is strong.`,
      parameters: [
        query(
          'q',
          { type: 'string', maxLength: searchLengthMax },
          'Words that must all stand in name, category or description.',
        ),
        query('category', { type: 'string' }, 'Only products of this category.'),
        query(
          'inStock',
          { type: 'string', enum: ['true', 'false'] },
          'With `true`, only products that can be bought now.',
        ),
        query('sort', { type: 'string', enum: productSorts }, 'Catalog order when left out.'),
        query(
          'limit',
          { type: 'integer', minimum: 1, maximum: pageSizeMax, default: pageSizeDefault },
          'Products in the page.',
        ),
        query(
          'count',
          { type: 'string', enum: ['true', 'false'] },
          'With `true`, the answer has `total`, the number of products on all pages.',
        ),
        query(
          'cursor',
          { type: 'string' },
          'The `nextCursor` of the page before; filters and sort stay the same.',
        ),
      ],
      responses: {
        200: withRevision(json('The page.', 'ProductPage')),
        304: { description: 'As it was (If-None-Match).' },
        ...refusals('invalid_request', 'invalid_token'),
      },
    },
  },
  '/api/products/{idOrSlug}': {
    get: {
      operationId: 'showProduct',
      tags: ['Catalog'],
      summary: 'One product',
      parameters: [path('idOrSlug', "The product's id or slug.")],
      responses: {
        200: withRevision(json('The product.', 'ProductReply')),
        ...refusals('invalid_request', 'invalid_token', 'product_not_found'),
      },
    },
  },
  '/api/categories': {
    get: {
      operationId: 'listCategories',
      tags: ['Catalog'],
      summary: 'All categories',
      responses: {
        200: withRevision(json('The categories in alphabetical order.', 'CategoriesReply')),
        ...refusals('invalid_token'),
      },
    },
  },
  '/api/cart/checkout': {
    post: {
      operationId: 'placeOrder',
      tags: ['Checkout'],
      summary: 'Buy what is in a cart',
      description:
        'All or nothing, decided in arrival order, answered after the commit. An access token makes the order that ' +
        'shopper’s, and no `accessToken` is answered then. With an `Idempotency-Key` it may be sent ' +
        'again safely: the same key and body get the same answer, for at least 24 hours and across restarts, marked ' +
        '`Idempotency-Replayed: true`. After `unavailable` send the same key again; who sent none and ' +
        'cannot be told whether it was ordered finds in `detail` the key that asks.',
      parameters: [idempotencyKeyHeader],
      requestBody: body('CheckoutRequest'),
      responses: {
        201: json(
          'The order. A guest’s `accessToken` opens it later and stands only here; keep it.',
          'OrderReply',
        ),
        ...refusals(
          ...badBody,
          'invalid_token',
          'product_not_found',
          'insufficient_stock',
          'idempotency_key_reused',
          'too_many_requests',
          'unavailable',
        ),
      },
    },
  },
  '/api/stock': {
    get: {
      operationId: 'readStock',
      tags: ['Live stock'],
      summary: 'The stock of some products, now',
      description:
        'For whoever cannot read the stream, to ask every few seconds. What is not for sale is missing. The ETag is strong.',
      parameters: [{ ...query('products', { type: 'string' }, 'Ids separated by commas.'), required: true }],
      responses: {
        200: json('The stock.', 'StockSnapshot'),
        304: { description: 'Nothing has changed since.' },
        ...refusals('invalid_request', 'invalid_token', 'unavailable'),
      },
    },
  },
  '/api/stock/stream': {
    get: {
      operationId: 'streamStock',
      tags: ['Live stock'],
      summary: 'Every change of stock, as it happens',
      description:
        'Server-sent events. `retry:` comes first, another for each client. Then `event: snapshot` (StockSnapshot), then `event: stock` (StockChanges) for every later ' +
        'change; several changes of one product may come as the last of them. Of two levels of a product the one with the ' +
        'higher version is true. `event: catalog` (CatalogChange) tells of a product that was created, updated or withdrawn; ' +
        'with `catalog=all`, it and the snapshot say the catalog’s revision, so that whoever read products (`Catalog-Revision`) ' +
        'before it knows whether they are still the newest. ' +
        'A comment comes at least every 15 s. Who comes back with `Last-Event-ID` gets what it ' +
        'missed, or a snapshot. A client that takes nothing for 10 s is let go. One process holds 12,000 streams, 2,000 of ' +
        'them for one address; past that it answers `unavailable`, and `Retry-After` says when to come back.',
      parameters: [
        query('products', { type: 'string' }, 'Ids separated by commas: only these products.'),
        query(
          'catalog',
          { type: 'string', enum: ['all'] },
          'Catalog events of all products, also of those not named.',
        ),
        query(
          'lastEventId',
          { type: 'string' },
          'As the header `Last-Event-ID`, for clients that cannot set it.',
        ),
        {
          name: 'Last-Event-ID',
          in: 'header',
          schema: { type: 'string' },
          description: 'The id of the last event seen.',
        },
      ],
      responses: {
        200: { description: 'The stream.', content: { 'text/event-stream': { schema: { type: 'string' } } } },
        ...refusals('invalid_request', 'invalid_token', 'unavailable'),
      },
    },
  },
  '/api/health/live': {
    get: {
      operationId: 'isLive',
      tags: ['Health'],
      summary: 'Whether the process runs',
      responses: { 200: { description: 'It does.' }, ...refusals('invalid_token') },
    },
  },
  '/api/health/ready': {
    get: {
      operationId: 'isReady',
      tags: ['Health'],
      summary: 'Whether the shop can sell',
      responses: { 200: { description: 'It can.' }, ...refusals('invalid_token', 'unavailable') },
    },
  },
  '/api/metrics': {
    get: {
      operationId: 'readMetrics',
      tags: ['Health'],
      summary: 'Figures for Prometheus',
      description:
        'For the shop’s own machine or, where `METRICS_TOKEN` is set, for whoever sends it as a Bearer token.',
      responses: {
        200: {
          description: 'Of this process, in Prometheus’s text format.',
          content: { 'text/plain': { schema: { type: 'string' } } },
        },
        ...refusals('forbidden'),
      },
    },
  },
}
