import type { Person } from '@onhand/contract/accounts'
import {
  type AdminProduct,
  type AdminProductPage,
  adminProductPage,
  adminProductReply,
  type NewProduct,
  type ProductChange,
} from '@onhand/contract/catalog'
import {
  type AdminOrder,
  type AdminOrderPage,
  adminOrderPage,
  adminOrderReply,
  type CancellationReply,
  cancellationReply,
} from '@onhand/contract/orders'
import type { ProblemCode } from '@onhand/contract/problems'
import {
  type StockCount,
  type StockDelta,
  type StockMovementPage,
  type StockMovementReply,
  stockMovementPage,
  stockMovementReply,
} from '@onhand/contract/stock-movements'
import type * as z from 'zod/mini'
import { signIn as enter, signOut as leave, readSession as readPerson } from '../../lib/account-api.ts'
import { isRefusal } from '../../lib/api-errors.ts'
import { searchOf, withBody } from '../../lib/ask.ts'
import { askAs } from '../../lib/ask-as.ts'
import { session } from '../../lib/session.ts'

/** Whom this page knows to be signed in: nothing is asked as anybody who signed in elsewhere since. */
let known: string | undefined

const sessionCodes: readonly ProblemCode[] = ['not_signed_in', 'invalid_token', 'forbidden']
const refusedListeners = new Set<() => void>()

/** Calls `listener` whenever the shop knows no administrator in whoever asked, until the returned function is called. */
export function onRefusedEntry(listener: () => void): () => void {
  refusedListeners.add(listener)
  return () => void refusedListeners.delete(listener)
}

/** Who is signed in on this browser; null for nobody. */
export async function readSession(): Promise<Person | null> {
  const user = await readPerson()
  if (user && session.shopper() !== user.id) session.begin(user.id)
  known = user?.id
  return user
}

/** @throws Refusal `invalid_credentials`, `too_many_requests` */
export async function signIn(email: string, password: string): Promise<Person> {
  const user = await enter({ email, password })
  session.begin(user.id)
  known = user.id
  return user
}

export async function signOut(): Promise<void> {
  await leave()
  session.end()
}

interface ListQuery {
  q?: string | undefined
  limit?: number | undefined
  cursor?: string | undefined
}

/** All products, withdrawn ones too. */
export function listAllProducts(query: ListQuery): Promise<AdminProductPage> {
  return askAsAdmin(adminProductPage, `products${searchOf(query)}`)
}

/** @throws Refusal `product_not_found` */
export async function showAnyProduct(id: string): Promise<AdminProduct> {
  return (await askAsAdmin(adminProductReply, `products/${encodeURIComponent(id)}`)).product
}

/** @throws Refusal `slug_taken`, `invalid_request` */
export async function createProduct(product: Partial<NewProduct>): Promise<AdminProduct> {
  return (await askAsAdmin(adminProductReply, 'products', withBody('POST', product))).product
}

/** @throws Refusal `slug_taken`, `invalid_request`, `product_not_found` */
export async function changeProduct(id: string, change: ProductChange): Promise<AdminProduct> {
  const path = `products/${encodeURIComponent(id)}`
  return (await askAsAdmin(adminProductReply, path, withBody('PATCH', change))).product
}

/**
 * Books a movement; the same again with the same key is booked once.
 *
 * @throws Refusal `version_conflict`, `insufficient_stock`, `stock_limit_reached`, `invalid_request`, `product_not_found`
 */
export function moveStock(
  id: string,
  movement: StockDelta | StockCount,
  idempotencyKey: string,
): Promise<StockMovementReply> {
  const path = `products/${encodeURIComponent(id)}/stock-movements`
  const request = withBody('POST', movement, { 'Idempotency-Key': idempotencyKey })
  return askAsAdmin(stockMovementReply, path, request)
}

/** The ledger of one product, newest first. */
export function listMovements(product: string, query: Omit<ListQuery, 'q'>): Promise<StockMovementPage> {
  return askAsAdmin(stockMovementPage, `stock-movements${searchOf({ product, ...query })}`)
}

/** All orders, newest first. */
export function listAllOrders(query: ListQuery & { status?: string | undefined }): Promise<AdminOrderPage> {
  return askAsAdmin(adminOrderPage, `orders${searchOf(query)}`)
}

/** @throws Refusal `order_not_found` */
export async function showAnyOrder(id: string): Promise<AdminOrder> {
  return (await askAsAdmin(adminOrderReply, `orders/${encodeURIComponent(id)}`)).order
}

/** Cancelling twice changes nothing the second time, and is told. */
export function cancelOrder(id: string): Promise<CancellationReply> {
  return askAsAdmin(cancellationReply, `orders/${encodeURIComponent(id)}/cancellation`, { method: 'POST' })
}

async function askAsAdmin<T extends z.ZodMiniType>(
  schema: T,
  path: string,
  init: RequestInit = {},
): Promise<z.infer<T>> {
  try {
    return await askAs(known, schema, `/api/admin/${path}`, init)
  } catch (error) {
    if (sessionCodes.some((code) => isRefusal(error, code))) for (const tell of refusedListeners) tell()
    throw error
  }
}
