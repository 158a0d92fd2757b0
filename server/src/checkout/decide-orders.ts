import type { CheckoutRequest, Shortage } from '@onhand/contract/checkout'
import type { ProblemDetails } from '@onhand/contract/errors'
import { type ProblemCode, problems } from '@onhand/contract/problems'
import type { StockLevel } from '@onhand/contract/stock-events'
import { whoHasAccount } from '../accounts/has-account.ts'
import { type ProductOnOffer, readOffer } from '../catalog/read-offer.ts'
import type { Transaction, Work } from '../database/transaction.ts'
import type { Answer } from '../http/answer.ts'
import { toProblem } from '../http/problem.ts'
import {
  findKeptAnswers,
  type KeptAnswer,
  type KeyPlace,
  keepAnswers,
  nameOf,
} from '../idempotency/kept-answers.ts'
import { changeStock, type Movement } from '../inventory/change-stock.ts'
import type { StockPublisher } from '../inventory/stock-feed.ts'
import { draftOrder, type OrderToRecord, recordOrders } from '../orders/record-orders.ts'
import { type Attempt, placeOf } from './attempt.ts'

/** Decides a batch of attempts where the database writes. Its levels and sales are those to tell the feed of. */
export const work: Work<readonly Attempt[], { answers: Answer[]; levels: StockLevel[]; sales: number }> = {
  module: import.meta.url,
  async run(tx, attempts) {
    // Filled after the commit.
    const levels: StockLevel[] = []
    const done = { levels, sales: 0 }
    const feed: StockPublisher = {
      publish: (changed) => void levels.push(...changed),
      count: (_sale, movements) => {
        done.sales += movements
      },
    }
    return Object.assign(done, { answers: await decideOrders(tx, feed, attempts) })
  },
}

/**
 * Decides attempts in their order, in one transaction: each is accepted whole or refused whole, and later ones see what
 * earlier ones took. Orders, stock, ledger and kept answers stand or fall together.
 *
 * @returns the answers in the order of the attempts
 */
async function decideOrders(
  tx: Transaction,
  feed: StockPublisher,
  attempts: readonly Attempt[],
): Promise<Answer[]> {
  const offer = await readOffer(
    tx,
    attempts.flatMap(({ request }) => request.items.map((item) => item.productId)),
  )
  // Read when the products are locked: whoever had them before, with the same key, has its answer written by then.
  const kept = await findKeptAnswers(tx, attempts.map(placeOf))
  const customers = await whoHasAccount(
    tx,
    attempts.flatMap(({ shopper }) => shopper?.id ?? []),
  )
  const decided: Decided = { customers, decidedAt: new Date().toISOString(), orders: [], answers: [] }
  const answers = attempts.map((attempt) => answerTo(attempt, offer, decided, kept))
  await keep(tx, feed, decided)
  return answers
}

/** What this transaction has to write down, and for whom. */
interface Decided {
  /** Whose accounts are there: a token may outlive its account, and what it buys is a guest's. */
  readonly customers: ReadonlySet<string>
  readonly decidedAt: string
  readonly orders: OrderToRecord[]
  readonly answers: Array<KeyPlace & KeptAnswer>
}

function answerTo(
  attempt: Attempt,
  offer: Map<string, ProductOnOffer>,
  decided: Decided,
  kept: Map<string, KeptAnswer>,
): Answer {
  const place = placeOf(attempt)
  const name = nameOf(place)
  const earlier = kept.get(name)
  if (earlier) return repeat(attempt, earlier)
  const answer = refuse(attempt, offer) ?? accept(attempt, offer, decided)
  const record = { requestHash: attempt.requestHash, status: answer.status, body: answer.body }
  kept.set(name, record)
  decided.answers.push({ ...place, ...record })
  return answer
}

/** The answer to an attempt whose key was used before. */
function repeat(attempt: Attempt, earlier: KeptAnswer): Answer {
  if (earlier.requestHash === attempt.requestHash) {
    return { status: earlier.status, body: earlier.body, replayed: true }
  }
  const detail = 'This Idempotency-Key was used with another body. Use a new key for a new order.'
  return refused(attempt, 'idempotency_key_reused', detail)
}

/** The refusal, when a product is unknown or there is too little of one; undefined when all can be had. */
function refuse(attempt: Attempt, offer: ReadonlyMap<string, ProductOnOffer>): Answer | undefined {
  const { items } = attempt.request
  const unknown = items.map((item) => item.productId).filter((id) => !offer.has(id))
  if (unknown.length > 0) {
    const detail = `No product has the id ${unknown.join(', ')}. Nothing was ordered.`
    return refused(attempt, 'product_not_found', detail, { productIds: unknown })
  }
  const shortages = items.flatMap((item) => shortageOf(item, offer.get(item.productId)) ?? [])
  if (shortages.length === 0) return undefined
  const detail = `${shortages.map(describeShortage).join('; ')}. Nothing was ordered.`
  return refused(attempt, 'insufficient_stock', detail, { shortages })
}

function shortageOf(
  item: CheckoutRequest['items'][number],
  product: ProductOnOffer | undefined,
): Shortage | undefined {
  if (!product || product.stock >= item.quantity) return undefined
  const { id: productId, name, stock: available, version } = product
  return { productId, name, requested: item.quantity, available, version }
}

function describeShortage({ name, requested, available }: Shortage): string {
  return available === 0 ? `${name} is sold out` : `${name}: ${requested} wanted, ${available} left`
}

/** Takes what is wanted from the offer, so that later attempts see it gone, and drafts the order. */
function accept(attempt: Attempt, offer: Map<string, ProductOnOffer>, decided: Decided): Answer {
  const lines = attempt.request.items.map(({ productId, quantity }) => {
    const product = offer.get(productId)
    if (!product) throw new Error(`accepted ${productId}, which is not on offer`)
    offer.set(productId, { ...product, stock: product.stock - quantity, version: product.version + 1 })
    return {
      line: { productId, name: product.name, quantity, unitPrice: product.price },
      currency: product.currency,
    }
  })
  const currencies = new Set(lines.map(({ currency }) => currency))
  const [currency] = currencies
  if (currency === undefined || currencies.size > 1) throw new Error('one order in several currencies')
  const order = draftOrder(
    lines.map(({ line }) => line),
    currency,
    decided.decidedAt,
  )
  const { request } = attempt
  const shopper = attempt.shopper && decided.customers.has(attempt.shopper.id) ? attempt.shopper : undefined
  decided.orders.push({
    order,
    contact: request.contact ?? (shopper && { email: shopper.email }),
    customerId: shopper?.id ?? null,
  })
  // Who is signed in needs no token to open the order, so none leaves the house.
  const told = shopper ? { ...order, accessToken: undefined } : order
  return { status: 201, body: JSON.stringify({ order: told }), replayed: false }
}

async function keep(tx: Transaction, feed: StockPublisher, { orders, answers }: Decided): Promise<void> {
  if (orders.length > 0) {
    await recordOrders(tx, orders)
    await changeStock(tx, feed, orders.flatMap(salesOf))
  }
  await keepAnswers(tx, answers)
}

function salesOf({ order }: OrderToRecord): Movement[] {
  return order.items.map(({ productId, quantity }) => ({
    productId,
    delta: -quantity,
    reason: 'sale',
    cause: order.id,
    actor: 'shopper',
  }))
}

function refused(attempt: Attempt, code: ProblemCode, detail: string, details: ProblemDetails = {}): Answer {
  const body = JSON.stringify(toProblem(code, detail, attempt.requestId, details))
  return { status: problems[code].status, body, replayed: false }
}
