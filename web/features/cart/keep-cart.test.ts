import type { CartMergeReply } from '@onhand/contract/cart'
import type { CheckoutItem } from '@onhand/contract/checkout'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { NoAnswer, Refusal } from '../../lib/api-errors.ts'
import { createCart } from './cart-store.ts'
import { keepCart } from './keep-cart.ts'
import { pieces, withQuantity } from './lines.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const line = (productId: string, quantity: number) => ({ productId, name: productId.toUpperCase(), quantity })
const item = (productId: string, quantity: number) => ({ productId, quantity })

/** A shop that keeps one cart, at most `stockMax` pieces of each product. */
function createShop(items: CheckoutItem[] = [], stockMax = 99) {
  const shop = {
    items,
    version: items.length > 0 ? 1 : 0,
    asked: [] as string[],
    /** What the next calls end with; `lost` is done, but its answer does not arrive. */
    fails: [] as (Error | 'lost')[],
    /** Called before an answer arrives. */
    meanwhile: () => {},
  }

  function answer<T>(name: string, act: () => T): Promise<T> {
    shop.asked.push(name)
    const failure = shop.fails.shift()
    if (failure instanceof Error) return Promise.reject(failure)
    const result = act()
    shop.meanwhile()
    return failure ? Promise.reject(new NoAnswer('lost')) : Promise.resolve(result)
  }

  function keep(next: CheckoutItem[]): { items: CheckoutItem[]; version: number } {
    shop.items = next
    shop.version += 1
    return { items: next, version: shop.version }
  }

  const answers = new Map<string, CartMergeReply>()

  const calls = {
    read: () => answer('read', () => ({ items: shop.items, version: shop.version })),
    replace: (next: CheckoutItem[]) => answer('replace', () => keep(next)),
    merge: (added: CheckoutItem[], key: string) =>
      answer('merge', () => {
        const before = answers.get(key)
        if (before) return before
        const wanted = new Map(shop.items.map(({ productId, quantity }) => [productId, quantity]))
        for (const { productId, quantity } of added) {
          wanted.set(productId, (wanted.get(productId) ?? 0) + quantity)
        }
        const capped = [...wanted]
          .filter(([, quantity]) => quantity > stockMax)
          .map(([productId, quantity]) => ({ productId, name: productId, wanted: quantity, kept: stockMax }))
        const reply = {
          ...keep([...wanted].map(([productId, quantity]) => item(productId, Math.min(quantity, stockMax)))),
          capped,
        }
        answers.set(key, reply)
        return reply
      }),
  }
  return { ...calls, state: shop, changeElsewhere: keep, forgetKeys: () => answers.clear() }
}

function createBrowser() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  }
}

function setUp(shop: ReturnType<typeof createShop>, browser = createBrowser()) {
  const cart = createCart(() => browser)
  const onCapped = vi.fn()
  const onRefused = vi.fn()
  const open = (alone = (act: () => Promise<void>) => act()) =>
    keepCart({ shopper: 'ada', cart, shop, alone, onCapped, onRefused })
  return { cart, onCapped, onRefused, open, browser }
}

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
