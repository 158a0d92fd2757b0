import fc, { type AsyncCommand } from 'fast-check'
import { buy, buyTogether, buyWithKey, repeatKey } from './buying-commands.ts'
import type { ModelShop } from './model-shop.ts'
import { list, look, receive, restart } from './other-commands.ts'
import type { RealShop } from './real-shop.ts'

/** All that can happen to a shop of so many products, the commoner the more often. */
export function shopCommand(products: number): fc.Arbitrary<AsyncCommand<ModelShop, RealShop>> {
  const place = fc.nat(products - 1)
  const quantity = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 6 }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 999 }) },
  )
  const wishes = fc.uniqueArray(fc.record({ place, quantity }), {
    minLength: 1,
    maxLength: 4,
    selector: (wish) => wish.place,
  })
  const key = fc.constantFrom('a', 'b', 'c', 'd')
  const times = fc.integer({ min: 1, max: 3 })
  const wishesOfUnknown = wishes.map((some) => [{ place: products, quantity: 1 }, ...some.slice(0, 3)])
  const buyers = fc.integer({ min: 2, max: 6 })
  const pieces = fc.integer({ min: 1, max: 4 })
  const received = fc.record({ place, quantity: fc.integer({ min: 1, max: 20 }) })
  return fc.oneof(
    { weight: 8, arbitrary: wishes.map(buy) },
    { weight: 8, arbitrary: fc.tuple(wishes, key, times).map((chosen) => buyWithKey(...chosen)) },
    { weight: 2, arbitrary: fc.tuple(wishesOfUnknown, key, times).map((chosen) => buyWithKey(...chosen)) },
    { weight: 4, arbitrary: fc.tuple(key, times).map((chosen) => repeatKey(...chosen)) },
    { weight: 4, arbitrary: fc.tuple(place, pieces, buyers).map((chosen) => buyTogether(...chosen)) },
    { weight: 5, arbitrary: received.map(receive) },
    { weight: 4, arbitrary: place.map(look) },
    { weight: 4, arbitrary: fc.boolean().map(list) },
    { weight: 1, arbitrary: fc.constant(restart) },
  )
}
