import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { NoAnswer } from '../../lib/api-errors.ts'
import { createShop, item, line, setUp } from './keep-cart-fakes.ts'
import { withQuantity } from './lines.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a guest’s cart is added to the kept one, once, and what did not fit is told', async () => {
  const shop = createShop([item('a', 2)], 3)
  const { cart, onCapped, open } = setUp(shop)
  cart.replace([line('a', 2), line('b', 1)])
  const keeping = open()
  await keeping.sync()
  expect(cart.lines()).toEqual([line('a', 3), line('b', 1)])
  expect(onCapped).toHaveBeenCalledExactlyOnceWith([{ productId: 'a', name: 'A', wanted: 4, kept: 3 }])
  await keeping.sync()
  expect(shop.state.asked).toEqual(['read', 'merge', 'read'])
})

test('a merge whose answer was lost is not done twice, also when the page was closed meanwhile', async () => {
  const shop = createShop([item('a', 1)])
  const { cart, open } = setUp(shop)
  cart.replace([line('b', 2)])
  shop.state.fails = [undefined as never, 'lost']
  const first = open()
  await first.sync()
  first.stop()
  await open().sync()
  expect(shop.state.items).toEqual([item('a', 1), item('b', 2)])
  expect(cart.read()).toEqual({
    lines: [{ ...line('a', 1), name: '' }, line('b', 2)],
    kept: { shopper: 'ada', version: 2, state: 'same' },
  })
})

test.each([
  ['arrived', 'lost' as const],
  ['never arrived', new NoAnswer('no network')],
])('a merge that %s is not doubled and not lost when the shop has forgotten its key', async (_, failure) => {
  const shop = createShop([item('a', 1)])
  const { cart, open } = setUp(shop)
  cart.replace([line('b', 2)])
  shop.state.fails = [undefined as never, failure]
  const first = open()
  await first.sync()
  first.stop()
  vi.setSystemTime(Date.now() + 49 * 60 * 60 * 1_000)
  shop.forgetKeys()
  cart.change((lines) => withQuantity(lines, line('c', 1)))
  await open().sync()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(shop.state.items).toEqual([item('a', 1), item('b', 2), item('c', 1)])
  expect(cart.read().kept).toMatchObject({ state: 'same' })
})

test('a merge whose answer was lost gives way to what was changed elsewhere since', async () => {
  const shop = createShop([item('a', 1)])
  const { cart, open } = setUp(shop)
  cart.replace([line('b', 2)])
  shop.state.fails = [undefined as never, 'lost']
  await open().sync()
  shop.changeElsewhere([item('a', 5)])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(cart.lines()).toEqual([{ ...line('a', 5), name: '' }])
  expect(shop.state.items).toEqual([item('a', 5)])
})

test('a merge whose answer was lost tells what did not fit, and what was added since stands', async () => {
  const shop = createShop([item('a', 2)], 3)
  const { cart, onCapped, open } = setUp(shop)
  cart.replace([line('a', 2)])
  shop.state.fails = [undefined as never, 'lost']
  const first = open()
  await first.sync()
  first.stop()
  cart.change((lines) => withQuantity(lines, line('b', 1)))
  shop.changeElsewhere([item('a', 1)])
  await open().sync()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(onCapped).toHaveBeenCalledExactlyOnceWith([{ productId: 'a', name: 'A', wanted: 4, kept: 3 }])
  expect(shop.state.items).toEqual([item('a', 3), item('b', 1)])
})

test('a merge that never arrived is done later', async () => {
  const shop = createShop([item('a', 1)])
  const { cart, open } = setUp(shop)
  cart.replace([line('b', 2)])
  shop.state.fails = [undefined as never, new NoAnswer('cut')]
  await open().sync()
  expect(shop.state.items).toEqual([item('a', 1)])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(shop.state.items).toEqual([item('a', 1), item('b', 2)])
})

test('the cart of whoever was signed in before is nobody’s to merge', async () => {
  const shop = createShop([item('a', 1)])
  const { cart, open } = setUp(shop)
  cart.replace([line('b', 2)], { shopper: 'bo', version: 9, state: 'changed' })
  await open().sync()
  expect(cart.lines()).toEqual([{ ...line('a', 1), name: '' }])
  expect(shop.state.items).toEqual([item('a', 1)])
})

test('two windows that both see the sign-in merge the guest’s cart once', async () => {
  const shop = createShop()
  const first = setUp(shop)
  const second = setUp(shop, first.browser)
  first.cart.replace([line('a', 2)])
  second.cart.load()
  let last = Promise.resolve()
  const alone = (act: () => Promise<void>): Promise<void> => {
    last = last.then(act)
    return last
  }
  await Promise.all([first.open(alone).sync(), second.open(alone).sync()])
  expect(shop.state.items).toEqual([item('a', 2)])
  expect(second.cart.read().kept).toEqual({ shopper: 'ada', version: 1, state: 'same' })
})
