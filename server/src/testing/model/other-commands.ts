import type { Product } from '@onhand/contract/catalog'
import type { AsyncCommand } from 'fast-check'
import { expect } from 'vitest'
import { inTransaction } from '../../database/transaction.ts'
import { changeStock } from '../../inventory/change-stock.ts'
import { call, stockOf } from '../api-client.ts'
import type { ModelShop, Wish } from './model-shop.ts'
import type { RealShop } from './real-shop.ts'

type Command = AsyncCommand<ModelShop, RealShop>

export function receive({ place, quantity }: Wish): Command {
  return {
    check: () => true,
    async run(model, real) {
      model.receive({ place, quantity })
      const { database, stockFeed } = real.shop
      const productId = real.idOf(place)
      await inTransaction(database, (tx) =>
        changeStock(tx, stockFeed, [
          { productId, delta: quantity, reason: 'receipt', cause: 'model', actor: 'shop' },
        ]),
      )
    },
    toString: () => `receive ${quantity} of #${place}`,
  }
}

export function look(place: number): Command {
  return {
    check: () => true,
    async run(model, real) {
      const { stock, version } = model.products[place] ?? {}
      expect(await stockOf(real.shop.url, real.idOf(place))).toEqual({ stock, version })
    },
    toString: () => `look at #${place}`,
  }
}

export function list(inStock: boolean): Command {
  return {
    check: () => true,
    async run(model, real) {
      const { body } = await call(real.shop.url, `/api/products?category=${real.run}&inStock=${inStock}`)
      const listed = body.products.map(({ id, stock, version }: Product) => ({ id, stock, version }))
      const expected = model.products.map(({ stock, version }, place) => ({
        id: real.idOf(place),
        stock,
        version,
      }))
      expect(listed).toEqual(expected.filter(({ stock }) => !inStock || stock > 0))
    },
    toString: () => `list ${inStock ? 'what is in stock' : 'all'}`,
  }
}

export const restart: Command = {
  check: () => true,
  run: (_model, real) => real.restart(),
  toString: () => 'restart',
}
