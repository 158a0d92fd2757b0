import type { AsyncCommand } from 'fast-check'
import { expect } from 'vitest'
import type { ReadAnswer } from '../buying-client.ts'
import type { Expected, ModelShop, Wish } from './model-shop.ts'
import type { RealShop } from './real-shop.ts'

type Command = AsyncCommand<ModelShop, RealShop>

export function buy(wishes: readonly Wish[]): Command {
  return {
    check: () => true,
    async run(model, real) {
      const { answer } = await real.buy(wishes)
      expectAnswer(answer, model.buy(wishes), model, real)
    },
    toString: () => `buy ${written(wishes)}`,
  }
}

/** Sends the same several times at once; all must be answered alike, and as before if the key was used before. */
export function buyWithKey(wishes: readonly Wish[], key: string, times: number): Command {
  return {
    check: () => true,
    async run(model, real) {
      const wasUsed = model.keys.has(key)
      const expected = model.buy(wishes, key)
      const requests = await Promise.all(Array.from({ length: times }, () => real.buy(wishes, key)))
      for (const { answer } of requests) expectAnswer(answer, expected, model, real)
      if (expected.status === 422) return
      const text = real.texts.get(key) ?? requests[0]?.answer?.text ?? ''
      real.texts.set(key, text)
      expect(requests.map(({ answer }) => answer?.text)).toEqual(requests.map(() => text))
      const replays = requests.filter(({ answer }) => answer?.replayed)
      expect(replays).toHaveLength(wasUsed ? times : times - 1)
    },
    toString: () => `buy ${written(wishes)} with key ${key} × ${times}`,
  }
}

export function repeatKey(key: string, times: number): Command {
  return {
    check: (model) => model.keys.has(key),
    run(model, real) {
      return buyWithKey(model.keys.get(key)?.wishes ?? [], key, times).run(model, real)
    },
    toString: () => `repeat key ${key} × ${times}`,
  }
}

/** Several want the same at once: whoever comes first, as many get it as can, and the others are told what is left. */
export function buyTogether(place: number, quantity: number, buyers: number): Command {
  const wishes = [{ place, quantity }]
  return {
    check: () => true,
    async run(model, real) {
      const requests = await Promise.all(Array.from({ length: buyers }, () => real.buy(wishes)))
      const inTurn = requests.toSorted((one, other) => statusOf(one) - statusOf(other))
      for (const { answer } of inTurn) expectAnswer(answer, model.buy(wishes), model, real)
    },
    toString: () => `${buyers} at once buy ${written(wishes)}`,
  }
}

function statusOf({ answer }: { readonly answer: ReadAnswer | undefined }): number {
  return answer?.status ?? 0
}

function expectAnswer(
  answer: ReadAnswer | undefined,
  expected: Expected,
  model: ModelShop,
  real: RealShop,
): void {
  expect(answer?.status).toBe(expected.status)
  const body = JSON.parse(answer?.text ?? '')
  if (expected.status === 201) {
    const items = expected.bought.map(({ place, quantity }) => {
      const { name, price } = productAt(model, place)
      return { productId: real.idOf(place), name, quantity, unitPrice: price, total: price * quantity }
    })
    expect(body.order).toMatchObject({ status: 'placed', items, total: expected.total })
  } else if (expected.status === 409) {
    const shortages = expected.short.map(({ place, quantity, available, version }) => {
      const { name } = productAt(model, place)
      return { productId: real.idOf(place), name, requested: quantity, available, version }
    })
    expect(body).toMatchObject({ code: 'insufficient_stock', shortages })
  } else if (expected.status === 404) {
    const productIds = expected.unknown.map(({ place }) => real.idOf(place))
    expect(body).toMatchObject({ code: 'product_not_found', productIds })
  } else {
    expect(body.code).toBe('idempotency_key_reused')
  }
}

function productAt(model: ModelShop, place: number): ModelShop['products'][number] {
  const product = model.products[place]
  if (!product) throw new Error(`there is no product ${place}`)
  return product
}

function written(wishes: readonly Wish[]): string {
  return wishes.map(({ place, quantity }) => `${quantity} of #${place}`).join(', ')
}
