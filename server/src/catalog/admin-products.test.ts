import { expect, test } from 'vitest'
import { signUp } from '../testing/account-client.ts'
import { addTestProduct } from '../testing/add-test-product.ts'
import { adminCall } from '../testing/admin-client.ts'
import { call, checkout } from '../testing/api-client.ts'
import { checkBooks } from '../testing/check-books.ts'
import { eventually } from '../testing/eventually.ts'
import { readStream, type StreamReader } from '../testing/read-stream.ts'
import { shared } from '../testing/shared.ts'
import { openTestShop, processes, startTestShop } from '../testing/start-test-shop.ts'

const untouched = shared(async () => {
  const shop = await startTestShop([{ name: 'Cup', stock: 1 }])
  return { shop, owner: await signUp(shop, 'admin') }
})

function toldOf(stream: StreamReader): Array<{ productId: string; change: string }> {
  return stream.events.filter(({ event }) => event === 'catalog').map(({ data }) => JSON.parse(data))
}

test('a new product is in the shop with its first stock, and every open page is told', async () => {
  const shop = await startTestShop([{ name: 'Cup', stock: 1 }])
  const owner = await signUp(shop, 'admin')
  const stream = await readStream(shop.url)
  const body = {
    name: ' Crème brûlée dish ',
    price: 1_900,
    stock: 4,
    category: 'Kitchen',
    description: 'Oven-proof.',
  }
  const made = await adminCall(shop.url, owner, 'products', { method: 'POST', body })
  expect(made.status).toBe(201)
  expect(made.body.product).toMatchObject({
    id: expect.stringMatching(/^prod_\w{32}$/),
    slug: 'creme-brulee-dish',
    name: 'Crème brûlée dish',
    price: 1_900,
    currency: 'EUR',
    stock: 4,
    version: 1,
    image: null,
    withdrawn: false,
  })
  const { id } = made.body.product
  expect(await stream.untilVersion(id, 1)).toMatchObject({ stock: 4 })
  expect(toldOf(stream)).toEqual([{ productId: id, change: 'created' }])
  const { products } = (await call(shop.url, '/api/products')).body
  expect(products.map((product: { name: string }) => product.name)).toEqual(['Cup', 'Crème brûlée dish'])
  expect(products[1]).not.toHaveProperty('withdrawn')
  const twin = await adminCall(shop.url, owner, 'products', { method: 'POST', body })
  expect(twin.body.product.slug).toMatch(/^creme-brulee-dish-[0-9a-f]{8}$/)
  await checkBooks(shop.database.db)
})

test('a changed product is changed everywhere, and what was bought stays as it was', async () => {
  const shop = await startTestShop()
  const id = await addTestProduct(shop, { name: 'Bowl', stock: 5, price: 1_000 })
  await addTestProduct(shop, { name: 'Cup', stock: 5 })
  const owner = await signUp(shop, 'admin')
  const { order } = (await checkout(shop.url, [{ productId: id, quantity: 1 }])).body
  const stream = await readStream(shop.url)
  const change = {
    name: 'Wide bowl',
    price: 1_200,
    slug: 'wide-bowl',
    image: { src: '/images/bowl.svg', alt: 'A bowl' },
  }
  const changed = await adminCall(shop.url, owner, `products/${id}`, { method: 'PATCH', body: change })
  expect(changed.body.product).toMatchObject({
    ...change,
    description: 'A Bowl for tests.',
    stock: 4,
    version: 2,
  })
  await eventually(() => expect(toldOf(stream)).toEqual([{ productId: id, change: 'updated' }]))
  expect((await call(shop.url, '/api/products/wide-bowl')).body.product.name).toBe('Wide bowl')
  expect((await call(shop.url, '/api/products?q=wide')).body.products).toHaveLength(1)
  const kept = (await call(shop.url, `/api/orders/${order.id}?token=${order.accessToken}`)).body.order
  expect(kept.items[0]).toMatchObject({ name: 'Bowl', unitPrice: 1_000 })
  const taken = await adminCall(shop.url, owner, `products/${id}`, { method: 'PATCH', body: { slug: 'cup' } })
  expect([taken.status, taken.body.code]).toEqual([409, 'slug_taken'])
  const own = await adminCall(shop.url, owner, `products/${id}`, {
    method: 'PATCH',
    body: { slug: 'wide-bowl' },
  })
  expect(own.status).toBe(200)
})

test('a withdrawn product is nowhere and cannot be bought, and comes back as it was', async () => {
  const shop = await startTestShop()
  const id = await addTestProduct(shop, { name: 'Bowl', stock: 5, category: 'Wood' })
  const owner = await signUp(shop, 'admin')
  const stream = await readStream(shop.url)
  const patch = (withdrawn: boolean) =>
    adminCall(shop.url, owner, `products/${id}`, { method: 'PATCH', body: { withdrawn } })
  expect((await patch(true)).body.product).toMatchObject({ withdrawn: true, stock: 5 })
  expect((await call(shop.url, '/api/products')).body.products).toEqual([])
  expect((await call(shop.url, '/api/categories')).body.categories).toEqual([])
  for (const name of [id, 'bowl']) {
    expect((await call(shop.url, `/api/products/${name}`)).body.code).toBe('product_not_found')
  }
  const { status, body } = await checkout(shop.url, [{ productId: id, quantity: 1 }])
  expect([status, body.code, body.productIds]).toEqual([404, 'product_not_found', [id]])
  const later = await readStream(shop.url)
  await eventually(() => expect(later.events[0]?.data).toBe('{"stock":[]}'))
  expect((await adminCall(shop.url, owner, 'products')).body.products).toMatchObject([
    { id, withdrawn: true },
  ])
  expect((await patch(false)).body.product).toMatchObject({ withdrawn: false, stock: 5, version: 1 })
  expect((await checkout(shop.url, [{ productId: id, quantity: 1 }])).status).toBe(201)
  const changes = ['withdrawn', 'created'].map((change) => ({ productId: id, change }))
  await eventually(() => expect(toldOf(stream)).toEqual(changes))
})

test.skipIf(processes > 1)('who comes back to the stream is told of the catalog what it missed', async () => {
  const shop = await startTestShop()
  const id = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  const owner = await signUp(shop, 'admin')
  const first = await readStream(shop.url)
  await first.untilVersion(id, 1)
  const lastId = first.events.at(-1)?.id ?? ''
  first.close()
  await adminCall(shop.url, owner, `products/${id}`, { method: 'PATCH', body: { withdrawn: true } })
  const second = await readStream(shop.url, '', { 'Last-Event-ID': lastId })
  await eventually(() => expect(toldOf(second)).toEqual([{ productId: id, change: 'withdrawn' }]))
  expect(second.events.every((event) => /^\w+:\d+$/.test(event.id ?? ''))).toBe(true)
  const narrow = await readStream(shop.url, '?products=prod_other')
  const ofWholeCatalog = await readStream(shop.url, '?products=prod_other&catalog=all')
  await adminCall(shop.url, owner, `products/${id}`, { method: 'PATCH', body: { withdrawn: false } })
  await eventually(() => expect(toldOf(second)).toHaveLength(2))
  expect(toldOf(narrow)).toEqual([])
  await eventually(() => expect(toldOf(ofWholeCatalog)).toMatchObject([{ productId: id, change: 'created' }]))
})

test.runIf(process.env.TEST_ENGINE === 'postgres')('pages of every process are told', async () => {
  const one = await startTestShop()
  const two = await openTestShop(one.databaseUrl)
  const stream = await readStream(two.url)
  const owner = await signUp(one, 'admin')
  await eventually(async () => {
    const body = { name: 'Bowl', price: 1 }
    const { product } = (await adminCall(one.url, owner, 'products', { method: 'POST', body })).body
    await eventually(() =>
      expect(toldOf(stream)).toContainEqual({ productId: product.id, change: 'created' }),
    )
  })
})

test.for([
  ['no name', { price: 1 }, 'name'],
  ['no price', { name: 'Bowl' }, 'price'],
  ['a price below nothing', { name: 'Bowl', price: -1 }, 'price'],
  ['a price that is too high', { name: 'Bowl', price: 1_000_000_001 }, 'price'],
  ['a slug with spaces', { name: 'Bowl', price: 1, slug: 'a bowl' }, 'slug'],
  [
    'an image that runs',
    { name: 'Bowl', price: 1, image: { src: 'javascript:alert(1)', alt: '' } },
    'image.src',
  ],
  [
    'an image of another scheme',
    { name: 'Bowl', price: 1, image: { src: '//evil.example/x', alt: '' } },
    'image.src',
  ],
  [
    'an image of another shop',
    { name: 'Bowl', price: 1, image: { src: 'https://images.example/x', alt: '' } },
    'image.src',
  ],
  ['another currency', { name: 'Bowl', price: 1, currency: 'USD' }, 'currency'],
  ['a version', { name: 'Bowl', price: 1, version: 7 }, ''],
  ['a NUL', { name: 'Bo\0wl', price: 1 }, 'name'],
] as const)('refuses a new product with %s and says where', async ([, request, path]) => {
  const { shop, owner } = untouched()
  const { status, body } = await adminCall(shop.url, owner, 'products', { method: 'POST', body: request })
  expect([status, body.code]).toEqual([400, 'invalid_request'])
  expect(body.errors.map((error: { path: string }) => error.path)).toContain(path)
})

test('refuses a change of nothing, of stock, and of a product there is none of', async () => {
  const shop = await startTestShop()
  const id = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  const owner = await signUp(shop, 'admin')
  for (const body of [{}, { stock: 9 }, { name: '' }]) {
    expect((await adminCall(shop.url, owner, `products/${id}`, { method: 'PATCH', body })).status).toBe(400)
  }
  const none = await adminCall(shop.url, owner, 'products/prod_none', {
    method: 'PATCH',
    body: { name: 'x' },
  })
  expect([none.status, none.body.code]).toEqual([404, 'product_not_found'])
})

test('changes of different things at the same time are all kept', async () => {
  const shop = await startTestShop()
  const id = await addTestProduct(shop, { name: 'Bowl', stock: 5 })
  const owner = await signUp(shop, 'admin')
  for (let round = 1; round <= 10; round += 1) {
    const change = { price: round * 100, description: `Round ${round}`, category: `Shelf ${round}` }
    const parts = Object.entries(change).map(([name, value]) => ({ [name]: value }))
    const changed = parts.map((body) =>
      adminCall(shop.url, owner, `products/${id}`, { method: 'PATCH', body }),
    )
    expect((await Promise.all(changed)).map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await call(shop.url, `/api/products/${id}`)).body.product).toMatchObject(change)
  }
})
