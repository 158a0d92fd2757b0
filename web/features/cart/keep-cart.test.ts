import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { NoAnswer, Refusal } from '../../lib/api-errors.ts'
import { createShop, item, line, setUp } from './keep-cart-fakes.ts'
import { pieces, withQuantity } from './lines.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('several changes are sent as one, and only by the page they were made on', async () => {
  const shop = createShop()
  const { cart, open, browser } = setUp(shop)
  const keeping = open()
  await keeping.sync()
  const other = setUp(shop, browser)
  other.open()
  for (const quantity of [1, 2, 3]) cart.change((lines) => withQuantity(lines, line('a', quantity)))
  other.cart.load()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(shop.state.asked).toEqual(['read', 'replace'])
  expect(shop.state.items).toEqual([item('a', 3)])
  expect(other.cart.read().kept).toEqual({ shopper: 'ada', version: 1, state: 'same' })
})

test('a change that could not be sent is sent again, with what was changed meanwhile', async () => {
  const shop = createShop()
  const { cart, open } = setUp(shop)
  const keeping = open()
  await keeping.sync()
  shop.state.fails = [new NoAnswer('cut'), new NoAnswer('cut')]
  cart.change((lines) => withQuantity(lines, line('a', 1)))
  await vi.advanceTimersByTimeAsync(300)
  cart.change((lines) => withQuantity(lines, line('b', 1)))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(shop.state.items).toEqual([item('a', 1), item('b', 1)])
})

test('a change made while one is on its way follows it', async () => {
  const shop = createShop()
  const { cart, open } = setUp(shop)
  await open().sync()
  shop.state.meanwhile = () => {
    shop.state.meanwhile = () => {}
    cart.change((lines) => withQuantity(lines, line('a', 5)))
  }
  cart.change((lines) => withQuantity(lines, line('a', 1)))
  await vi.advanceTimersByTimeAsync(2_000)
  expect(shop.state.items).toEqual([item('a', 5)])
  expect(cart.read().kept).toEqual({ shopper: 'ada', version: 2, state: 'same' })
})

test('a change that was not sent before the page was closed is sent by the next', async () => {
  const shop = createShop()
  const { cart, open } = setUp(shop)
  const first = open()
  await first.sync()
  cart.change((lines) => withQuantity(lines, line('a', 1)))
  first.stop()
  await open().sync()
  expect(shop.state.items).toEqual([item('a', 1)])
})

test('a change on another device is taken over; an older one than is known is not', async () => {
  const shop = createShop([item('a', 1)])
  const { cart, open } = setUp(shop)
  const keeping = open()
  await keeping.sync()
  const old = { items: [], version: 1 }
  keeping.hear(shop.changeElsewhere([item('a', 4)]))
  expect(pieces(cart.lines())).toBe(4)
  keeping.hear(old)
  expect(pieces(cart.lines())).toBe(4)
})

test('a change heard of while an own one is on its way is taken over if it came after it, else not', async () => {
  for (const [isLater, expected] of [
    [true, 7],
    [false, 2],
  ] as const) {
    const shop = createShop()
    const { cart, open } = setUp(shop)
    const keeping = open()
    await keeping.sync()
    if (!isLater) shop.changeElsewhere([item('a', 7)])
    const before = { items: shop.state.items, version: shop.state.version }
    shop.state.meanwhile = () => {
      shop.state.meanwhile = () => {}
      keeping.hear(isLater ? shop.changeElsewhere([item('a', 7)]) : before)
    }
    cart.change((lines) => withQuantity(lines, line('a', 2)))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(pieces(cart.lines())).toBe(expected)
    keeping.stop()
  }
})

test('what the shop refuses for good is taken back with its reason, and does not stand in the way of what follows', async () => {
  const shop = createShop([item('a', 1)])
  const { cart, onRefused, open } = setUp(shop)
  await open().sync()
  const problem = {
    type: '',
    title: '',
    status: 400,
    detail: '',
    code: 'invalid_request',
    requestId: '',
  } as const
  shop.state.fails = [new Refusal(problem)]
  cart.change((lines) => withQuantity(lines, line('b', 1)))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(cart.lines().map(({ productId }) => productId)).toEqual(['a'])
  expect(onRefused).toHaveBeenCalledExactlyOnceWith(new Refusal(problem))
  cart.change((lines) => withQuantity(lines, line('c', 1)))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(shop.state.items).toEqual([item('a', 1), item('c', 1)])
})

test('after signing out nothing is sent or taken over any more', async () => {
  const shop = createShop()
  const { cart, open } = setUp(shop)
  const keeping = open()
  await keeping.sync()
  cart.change((lines) => withQuantity(lines, line('a', 1)))
  keeping.stop()
  cart.replace([])
  keeping.hear({ items: [item('a', 9)], version: 99 })
  await vi.advanceTimersByTimeAsync(5_000)
  expect(shop.state.asked).toEqual(['read'])
  expect(cart.lines()).toEqual([])
})
