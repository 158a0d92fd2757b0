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
/** Characters of a password. The fewest are what OWASP asks for; the most keep a hash from being work for an attacker to hand out. */
export const passwordLengthMin = 8
export const passwordLengthMax = 128
/** Orders or movements in one page, when the request names no `limit`. */
export const historyPageSizeDefault = 20
/** Orders or movements in one page, at most. */
export const historyPageSizeMax = 100
/** Pieces that one movement or count may bring, take or find. */
export const movementMax = 1_000_000
/** Pieces that there can be of one product: the database's column holds no more. */
export const stockMax = 2_000_000_000
/** The highest price, in minor units: an order of 100 lines of 999 stays far below 2^53. */
export const priceMax = 1_000_000_000
/** Characters of a product's name, slug or category. */
export const productNameLengthMax = 200
/** Characters of a product's description. */
export const descriptionLengthMax = 5_000
/** Characters of the note that goes with a movement. */
export const noteLengthMax = 500
