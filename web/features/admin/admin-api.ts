import { type Person, personReply, sessionReply, tokenReply } from '@onhand/contract/accounts'
import {
  type AdminProduct,
  type AdminProductPage,
  adminProductPage,
  adminProductReply,
  type NewProduct,
  type ProductChange,
} from '@onhand/contract/catalog'
import type { ProblemCode } from '@onhand/contract/errors'
import {
  type AdminOrder,
  type AdminOrderPage,
  adminOrderPage,
  adminOrderReply,
  type CancellationReply,
  cancellationReply,
} from '@onhand/contract/orders'
import {
  type StockCount,
  type StockDelta,
  type StockMovementPage,
  type StockMovementReply,
  stockMovementPage,
  stockMovementReply,
} from '@onhand/contract/stock-movements'
import * as z from 'zod/mini'
import { isRefusal } from '../../lib/api-errors.ts'
import { ask, searchOf, withBody } from '../../lib/ask.ts'
import { session } from '../../lib/session.ts'

/** A token is renewed this long before it ends. */
const renewBeforeMs = 60_000

/** In memory only: it is gone with the page. */
let held: { token: Promise<string>; renewAt: number } | undefined
let heldFor: string | undefined

const sessionCodes: readonly ProblemCode[] = ['not_signed_in', 'invalid_token', 'forbidden']
const refusedListeners = new Set<() => void>()

/** Calls `listener` whenever the shop knows no administrator in whoever asked, until the returned function is called. */
export function onRefusedEntry(listener: () => void): () => void {
  refusedListeners.add(listener)
  return () => void refusedListeners.delete(listener)
}

/** Who is signed in on this browser; null for nobody. */
export async function readSession(): Promise<Person | null> {
  const { user } = await ask(sessionReply, '/api/auth/get-session')
  if (user?.id !== heldFor) forgetToken()
  heldFor = user?.id
  return user
}

/** @throws Refusal `invalid_credentials`, `too_many_requests` */
export async function signIn(email: string, password: string): Promise<Person> {
  forgetToken()
  const { user } = await ask(personReply, '/api/auth/sign-in/email', withBody('POST', { email, password }))
  session.begin(user.id)
  return user
}

export async function signOut(): Promise<void> {
  forgetToken()
  await ask(z.unknown(), '/api/auth/sign-out', { method: 'POST' })
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
 * @throws Refusal `version_conflict`, `insufficient_stock`, `invalid_request`, `product_not_found`
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
  const send = async (): Promise<z.infer<T>> =>
    ask(schema, `/api/admin/${path}`, {
      ...init,
      headers: { ...init.headers, Authorization: `Bearer ${await currentToken()}` },
    })
  try {
    return await send().catch((error: unknown) => {
      // The shop does nothing for a token it does not take, so asking again is safe.
      if (!isRefusal(error, 'invalid_token')) throw error
      forgetToken()
      return send()
    })
  } catch (error) {
    if (sessionCodes.some((code) => isRefusal(error, code))) for (const tell of refusedListeners) tell()
    throw error
  }
}

function currentToken(): Promise<string> {
  if (held && Date.now() < held.renewAt) return held.token
  const fetched = ask(tokenReply, '/api/auth/token')
  const mine = { token: fetched.then(({ token }) => token), renewAt: Number.POSITIVE_INFINITY }
  held = mine
  fetched.then(
    ({ expiresAt }) => {
      mine.renewAt = Date.parse(expiresAt) - renewBeforeMs
    },
    () => {
      if (held === mine) held = undefined
    },
  )
  return mine.token
}

function forgetToken(): void {
  held = undefined
}
