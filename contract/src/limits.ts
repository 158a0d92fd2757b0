/** The bounds that both ends know. Bounds of one end alone stand where they are used. */

/** Pieces of one product in one order. */
export const quantityMax = 999
/** Different products in one order. */
export const orderLinesMax = 100
/** Products in one page of the list, when the request names no `limit`. */
export const pageSizeDefault = 100
/** Products in one page of the list, at most. */
export const pageSizeMax = 500
/** Characters of a search text. */
export const searchLengthMax = 100
/** Products that one stock stream can be narrowed to. */
export const streamProductsMax = 500
/** Characters of an e-mail address (RFC 5321, 4.5.3.1.3, less the angle brackets). */
export const emailLengthMax = 254
/** Characters of a person's name. */
export const nameLengthMax = 200
/** Characters of an idempotency key. */
export const idempotencyKeyLengthMax = 255
