import { badBody, body, historyParameters, json, path, query, refusals, signedIn } from './operation.ts'

const tags = ['Orders']
const id = path('id', "The order's id.")

/** `/api/orders`: what was bought. */
export const orderPaths = {
  '/api/orders': {
    get: {
      operationId: 'listOrders',
      tags,
      summary: 'The orders of whoever is signed in, newest first',
      security: signedIn,
      parameters: historyParameters,
      responses: {
        200: json('The page.', 'OrderPage'),
        ...refusals('invalid_request', 'not_signed_in', 'invalid_token'),
      },
    },
  },
  '/api/orders/{id}': {
    get: {
      operationId: 'showOrder',
      tags,
      summary: 'One order',
      description: 'For whom it belongs to, for administrators, and for whoever holds its `accessToken`.',
      security: [{}, ...signedIn],
      parameters: [id, query('token', { type: 'string' }, "The guest's `accessToken`.")],
      responses: {
        200: json('The order.', 'OrderReply'),
        ...refusals('invalid_request', 'invalid_token', 'order_not_found'),
      },
    },
  },
  '/api/orders/{id}/owner': {
    put: {
      operationId: 'claimOrder',
      tags,
      summary: "Make a guest's order one's own",
      security: signedIn,
      parameters: [id],
      requestBody: body('ClaimRequest'),
      responses: {
        200: json('The order.', 'OrderReply'),
        ...refusals(...badBody, 'not_signed_in', 'invalid_token', 'order_not_found', 'too_many_requests'),
      },
    },
  },
}
