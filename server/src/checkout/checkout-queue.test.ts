import type { StockLevel } from '@onhand/contract/stock-events'
import { expect, test } from 'vitest'
import type { Database } from '../database/database.ts'
import { CommitUnknown, inTransaction } from '../database/transaction.ts'
import type { Answer } from '../http/answer.ts'
import { hashOf } from '../idempotency/kept-answers.ts'
import { Refusal } from '../refusal.ts'
import { addTestProduct } from '../testing/add-test-product.ts'
import { checkout, type Reply, stockOf } from '../testing/api-client.ts'
import { checkBooks } from '../testing/check-books.ts'
import { eventually } from '../testing/eventually.ts'
import { serveRoutes } from '../testing/serve-routes.ts'
import { startTestShop } from '../testing/start-test-shop.ts'
import { whenOver } from '../testing/when-over.ts'
import type { Attempt } from './attempt.ts'
import { createCheckoutQueue } from './checkout-queue.ts'
import { checkoutRoutes } from './routes.ts'

/** Nobody is told. */
const nobody = { batchDecided() {}, turnedAway() {} }
const limits = { waitingMax: 1_000, waitingLinesMax: 10_000, waitMaxMs: 30_000 }

test('a full queue refuses at once, says when to come back, and decides those who wait in their order', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 300 })
  const queue = createCheckoutQueue(shop.database, shop.stockFeed, nobody, limits)
  const submit = (n: number) => queue.submit(attemptFor([productId], n))
  const waiting = Array.from({ length: 1_000 }, (_, n) => submit(n))
  expect(() => submit(1_000)).toThrow(Refusal)
  expect(() => submit(1_000)).toThrow(expect.objectContaining({ code: 'unavailable', retryAfterSeconds: 2 }))
  const statuses = (await Promise.all(waiting)).map(({ status }) => status)
  expect(statuses.slice(0, 300).every((status) => status === 201)).toBe(true)
  expect(statuses.slice(300).every((status) => status === 409)).toBe(true)
  expect((await submit(1_001)).status).toBe(409)
  await checkBooks(shop.database.db)
})

test('a queue of huge carts is full sooner, and takes again when they are decided', async () => {
  const { database, stockFeed } = await startTestShop()
  const queue = createCheckoutQueue(database, stockFeed, nobody, { ...limits, waitingLinesMax: 250 })
  const manyIds = Array.from({ length: 100 }, (_, n) => `prod_${n}`)
  for (const first of [0, 10]) {
    const waiting = [0, 1, 2].map((n) => queue.submit(attemptFor(manyIds, first + n)))
    expect(() => queue.submit(attemptFor(['prod_0'], first + 3))).toThrow(
      expect.objectContaining({ code: 'unavailable', retryAfterSeconds: 2 }),
    )
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([404, 404, 404])
  }
})

test('over HTTP a full queue answers 503 at once and takes nothing, and the shop sells again afterwards', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 30 })
  const queue = createCheckoutQueue(shop.database, shop.stockFeed, nobody, { ...limits, waitingMax: 4 })
  const url = await serveRoutes(checkoutRoutes(queue))
  const { letGo } = await holdLock(shop.database, productId)
  const replies: Reply[] = []
  const buying = Array.from({ length: 12 }, async (_, n) =>
    replies.push(await checkout(url, [{ productId, quantity: 1 }], { key: `k${n}` })),
  )
  // Four were decided, or are waiting for the lock, and four wait in the queue.
  await eventually(() => expect(replies.length).toBeGreaterThanOrEqual(4))
  for (const { status, body, headers } of replies)
    expect([status, body.code, headers.get('Retry-After')]).toEqual([503, 'unavailable', '2'])
  expect(await stockOf(shop.url, productId)).toEqual({ stock: 30, version: 1 })
  letGo()
  await Promise.all(buying)
  const sold = replies.filter(({ status }) => status === 201).length
  expect([sold > 0, replies.filter(({ status }) => status === 503).length]).toEqual([true, 12 - sold])
  expect(await stockOf(shop.url, productId)).toEqual({ stock: 30 - sold, version: 1 + sold })
  for (const n of Array(12).keys())
    expect((await checkout(url, [{ productId, quantity: 1 }], { key: `k${n}` })).status).toBe(201)
  expect(await stockOf(shop.url, productId)).toEqual({ stock: 18, version: 13 })
  await checkBooks(shop.database.db)
})

test('an attempt that has waited too long is refused, and nothing is taken', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 3 })
  const queue = createCheckoutQueue(shop.database, shop.stockFeed, nobody, { ...limits, waitMaxMs: -1 })
  await expect(queue.submit(attemptFor([productId], 1))).rejects.toMatchObject({ code: 'unavailable' })
  expect(await stockOf(shop.url, productId)).toEqual({ stock: 3, version: 1 })
})

test('who comes too late for the last piece, or a second time, hears so in the batch that sells it', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 3 })
  const batches: number[][] = []
  const batchDecided = (answers: readonly Answer[]) => void batches.push(answers.map(({ status }) => status))
  const queue = createCheckoutQueue(shop.database, shop.stockFeed, { ...nobody, batchDecided })
  const answers = await Promise.all([0, 0, 1, 2, 3, 4].map((n) => queue.submit(attemptFor([productId], n))))
  expect(batches).toEqual([[201, 201, 201, 201, 409, 409]])
  expect(answers[1]).toEqual({ ...answers[0], replayed: true })
  expect(JSON.parse(answers[5]?.body ?? '').shortages).toMatchObject([{ available: 0, version: 4 }])
})

test('a cart that is refused leaves what it could have had to the next of its batch', async () => {
  const shop = await startTestShop()
  const bowl = await addTestProduct(shop, { name: 'Bowl', stock: 1 })
  const gone = await addTestProduct(shop, { name: 'Gone', stock: 0 })
  const sizes: number[] = []
  const watch = { ...nobody, batchDecided: ({ length }: { length: number }) => void sizes.push(length) }
  const queue = createCheckoutQueue(shop.database, shop.stockFeed, watch)
  const answers = await Promise.all([
    queue.submit(attemptFor([bowl, gone], 0)),
    queue.submit(attemptFor([bowl], 1)),
  ])
  expect([answers.map(({ status }) => status), sizes]).toEqual([[409, 201], [2]])
  await checkBooks(shop.database.db)
})

test('few are decided together, and many in as many batches as are worth having under way', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 300 })
  const sizes: number[] = []
  const watch = { ...nobody, batchDecided: ({ length }: { length: number }) => void sizes.push(length) }
  const queue = createCheckoutQueue(shop.database, shop.stockFeed, watch)
  const buy = (count: number, first: number) =>
    Promise.all(Array.from({ length: count }, (_, n) => queue.submit(attemptFor([productId], first + n))))
  await queue.submit(attemptFor([productId], 0))
  sizes.length = 0
  await buy(10, 1)
  await buy(64, 11)
  expect(sizes).toEqual(shop.database.worksAtOnce === 2 ? [10, 32, 32] : [10, 64])
  sizes.length = 0
  await buy(400, 100)
  expect(Math.max(...sizes), 'attempts in a batch').toBe(128)
  sizes.length = 0
  const manyIds = Array.from({ length: 100 }, (_, n) => `prod_${n}`)
  await Promise.all(Array.from({ length: 25 }, (_, n) => queue.submit(attemptFor(manyIds, 500 + n))))
  expect(Math.max(...sizes), 'attempts with a hundred lines each').toBe(10)
})

test('what was ordered is told, and what is left, when the database is lost at the commit and once more after it', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 3 })
  const told: StockLevel[] = []
  const feed = { publish: (levels: readonly StockLevel[]) => void told.push(...levels), count() {} }
  const queue = createCheckoutQueue(lostTwice(shop.database), feed, nobody)
  const [answer, again] = await Promise.all([0, 0].map((n) => queue.submit(attemptFor([productId], n))))
  expect(answer).toMatchObject({ status: 201, replayed: false })
  expect(again).toEqual({ ...answer, replayed: true })
  expect(told).toEqual([{ productId, stock: 2, version: 2 }])
})

test('when it is not told what became of a commit, and then one attempt breaks, only that one is told to ask again', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 9 })
  const broken = new Error('broken on purpose')
  // The batch is kept, is asked for again, and is decided one by one, the first of which breaks.
  const database = losing(shop.database, [new CommitUnknown('lost'), broken, broken])
  const queue = createCheckoutQueue(database, shop.stockFeed, nobody)
  const [first, second] = await Promise.allSettled(
    [0, 1].map((n) => queue.submit(attemptFor([productId], n))),
  )
  expect(first).toMatchObject({ reason: { code: 'unavailable', cause: { cause: broken } } })
  expect(String((first as PromiseRejectedResult).reason)).toContain('"Idempotency-Key: key-0"')
  expect(second).toMatchObject({ value: { status: 201, replayed: false } })
  expect(await queue.submit(attemptFor([productId], 0))).toMatchObject({ status: 201, replayed: true })
  expect(await stockOf(shop.url, productId)).toEqual({ stock: 7, version: 3 })
})

test('a database that goes on losing commits is asked no longer than it says is of use', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Bowl', stock: 3 })
  const losses = Array.from({ length: 9 }, () => new CommitUnknown('lost'))
  const queue = createCheckoutQueue(
    { ...losing(shop.database, losses), unknownMaxMs: 5 },
    shop.stockFeed,
    nobody,
  )
  await expect(queue.submit(attemptFor([productId], 0))).rejects.toMatchObject({ code: 'unavailable' })
  expect(losses, 'asked once more').toHaveLength(7)
  expect(await stockOf(shop.url, productId)).toEqual({ stock: 2, version: 2 })
})

/** A database that does what it is asked and then says that it failed, once for each of these. */
function losing(database: Database, failures: Error[]): Database {
  return {
    ...database,
    async perform(module, argument) {
      const result = await database.perform(module, argument)
      const failure = failures.shift()
      if (failure) throw failure
      return result
    },
  }
}

/** A database whose first commit is not answered, and whose first answer to a question after it is lost too. */
function lostTwice(database: Database): Database {
  const losses = [new CommitUnknown('lost'), new Error('lost once more')]
  const loseNext = (): void => {
    const loss = losses.shift()
    if (loss) throw loss
  }
  return {
    ...database,
    async perform(module, argument) {
      const result = await database.perform(module, argument)
      if (losses.length === 2) loseNext()
      return result
    },
    db: database.db.withPlugin({
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        loseNext()
        return result
      },
    }),
    failureOf: (error) =>
      error instanceof Error && error.message === 'lost once more'
        ? 'unavailable'
        : database.failureOf(error),
  }
}

/** Has whoever would sell the product wait until it is let go. */
async function holdLock(database: Database, productId: string): Promise<{ letGo(): void }> {
  const held = Promise.withResolvers<void>()
  const end = Promise.withResolvers<void>()
  const holding = inTransaction(database, async ({ db }) => {
    await db.updateTable('products').set({ name: 'Held' }).where('id', '=', productId).execute()
    held.resolve()
    await end.promise
  })
  whenOver(() => {
    end.resolve()
    return holding
  })
  await held.promise
  return { letGo: end.resolve }
}

/** One piece of each. */
function attemptFor(productIds: readonly string[], n: number): Attempt {
  const request = { items: productIds.map((productId) => ({ productId, quantity: 1 })) }
  return {
    request,
    requestHash: hashOf(request),
    requestId: `request-${n}`,
    idempotencyKey: `key-${n}`,
    shopper: undefined,
  }
}
