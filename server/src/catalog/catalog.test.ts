import { expect, test } from 'vitest'
import { addTestProduct } from '../testing/add-test-product.ts'
import { call, checkout } from '../testing/api-client.ts'
import { shared } from '../testing/shared.ts'
import { startTestShop, type TestShop } from '../testing/start-test-shop.ts'

const teaProducts = [
  {
    name: 'Whisk',
    stock: 3,
    price: 2_400,
    category: 'Tools',
    description: 'Split from one piece of bamboo.',
  },
  { name: 'Éclair dish', stock: 0, price: 1_800, category: 'Ceramics', description: 'For one pastry.' },
  {
    name: 'bowl 100%',
    stock: 7,
    price: 2_400,
    category: 'Ceramics',
    description: 'Thrown on a wheel_slowly.',
  },
  { name: 'Apron', stock: 1, price: 5_600, category: 'Textiles', description: 'Linen, washed twice.' },
]
const teaShop = shared(() => startTestShop(teaProducts))

async function namesOf(shop: TestShop, query: string): Promise<string[]> {
  const { status, body } = await call(shop.url, `/api/products${query}`)
  expect(status).toBe(200)
  return body.products.map((product: { name: string }) => product.name)
}

test('lists all products in catalog order, whole', async () => {
  const shop = teaShop()
  expect(await namesOf(shop, '')).toEqual(['Whisk', 'Éclair dish', 'bowl 100%', 'Apron'])
  const { body } = await call(shop.url, '/api/products?limit=1')
  expect(body.products[0]).toEqual({
    id: expect.stringMatching(/^prod_\w{32}$/),
    slug: 'whisk',
    name: 'Whisk',
    description: 'Split from one piece of bamboo.',
    price: 2_400,
    currency: 'EUR',
    stock: 3,
    version: 1,
    category: 'Tools',
    image: null,
  })
})

test.for([
  ['?q=bowl', ['bowl 100%']],
  ['?q=ECLAIR', ['Éclair dish']],
  ['?q=linen%20apron', ['Apron']],
  ['?q=ceramics', ['Éclair dish', 'bowl 100%']],
  ['?q=%25', ['bowl 100%']],
  ['?q=l_s', ['bowl 100%']],
  ['?q=nothing', []],
  ['?q=%20', ['Whisk', 'Éclair dish', 'bowl 100%', 'Apron']],
  ["?q='%20or%201=1", []],
  ['?category=Ceramics', ['Éclair dish', 'bowl 100%']],
  ['?category=ceramics', []],
  ['?inStock=true', ['Whisk', 'bowl 100%', 'Apron']],
  ['?inStock=false', ['Whisk', 'Éclair dish', 'bowl 100%', 'Apron']],
  ['?category=Ceramics&inStock=true', ['bowl 100%']],
  ['?sort=name', ['Apron', 'bowl 100%', 'Éclair dish', 'Whisk']],
  ['?sort=newest', ['Apron', 'bowl 100%', 'Éclair dish', 'Whisk']],
] as const)('GET /api/products%s', async ([query, names]) => {
  const shop = teaShop()
  expect(await namesOf(shop, query)).toEqual(names)
})

test.for([
  ['price', [1_800, 2_400, 2_400, 5_600]],
  ['-price', [5_600, 2_400, 2_400, 1_800]],
] as const)('GET /api/products?sort=%s', async ([sort, prices]) => {
  const shop = teaShop()
  const { body } = await call(shop.url, `/api/products?sort=${sort}`)
  expect(body.products.map((product: { price: number }) => product.price)).toEqual(prices)
})

test.for(['', '&sort=name', '&sort=price', '&sort=-price', '&sort=newest'])(
  'pages by cursor hold every product once, in order (%s)',
  async (sort) => {
    const shop = teaShop()
    const whole = await namesOf(shop, `?limit=500${sort}`)
    const paged: string[] = []
    let cursor = ''
    do {
      const { body } = await call(shop.url, `/api/products?limit=1${sort}${cursor}`)
      paged.push(...body.products.map((product: { name: string }) => product.name))
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`
    } while (cursor !== '')
    expect(paged).toEqual(whole)
  },
)

test.for([
  ['limit=0', 'limit'],
  ['limit=501', 'limit'],
  ['limit=ten', 'limit'],
  ['limit=-1', 'limit'],
  ['sort=stock', 'sort'],
  ['inStock=yes', 'inStock'],
  ['cursor=xyz', 'cursor'],
  ['colour=red', ''],
  ['q=a&q=b', 'q'],
  [`q=${'x'.repeat(101)}`, 'q'],
] as const)('refuses ?%s and says which parameter', async ([query, path]) => {
  const shop = teaShop()
  const { status, body } = await call(shop.url, `/api/products?${query}`)
  expect(status).toBe(400)
  expect(body).toMatchObject({ code: 'invalid_request', errors: [{ path }] })
})

test.for([
  ['', [null, 'abc', 'x']],
  ['', [null, 1.5, 'x']],
  ['', [null, 2 ** 40, 'x']],
  ['', [null, 1, '\0']],
  ['&sort=price', ['price', 'abc', 'x']],
  ['&sort=name', ['name', 1, 'x']],
] as const)('refuses a made-up cursor that no page gave out (%s %j)', async ([sort, content]) => {
  const shop = teaShop()
  const cursor = Buffer.from(JSON.stringify(content)).toString('base64url')
  expect((await call(shop.url, `/api/products?cursor=${cursor}${sort}`)).status).toBe(400)
})

test('refuses a cursor of another order of the list', async () => {
  const shop = teaShop()
  const { body } = await call(shop.url, '/api/products?limit=1&sort=name')
  expect((await call(shop.url, `/api/products?sort=price&cursor=${body.nextCursor}`)).status).toBe(400)
})

test('a list that has not changed is answered 304, and 200 again once stock moved', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Whisk', stock: 3 })
  const etag = (await call(shop.url, '/api/products')).headers.get('ETag') ?? ''
  expect(etag).toMatch(/^"/)
  const ask = () =>
    fetch(`${shop.url}/api/products`, { headers: { 'If-None-Match': etag }, cache: 'no-store' })
  expect((await ask()).status).toBe(304)
  await checkout(shop.url, [{ productId, quantity: 1 }])
  expect((await ask()).status).toBe(200)
})

test('shows one product by id and by slug', async () => {
  const shop = await startTestShop()
  const productId = await addTestProduct(shop, { name: 'Whisk', stock: 3 })
  const byId = await call(shop.url, `/api/products/${productId}`)
  const bySlug = await call(shop.url, '/api/products/whisk')
  expect(byId.body.product).toMatchObject({ id: productId, slug: 'whisk', stock: 3 })
  expect(bySlug.body).toEqual(byId.body)
})

test('refuses an unknown product', async () => {
  const shop = teaShop()
  const { status, body } = await call(shop.url, '/api/products/nowhere')
  expect(status).toBe(404)
  expect(body).toMatchObject({ code: 'product_not_found', productIds: ['nowhere'] })
})

test('lists the categories and how much they hold', async () => {
  const shop = teaShop()
  const { body } = await call(shop.url, '/api/categories')
  expect(body.categories).toEqual([
    { name: 'Ceramics', products: 2 },
    { name: 'Textiles', products: 1 },
    { name: 'Tools', products: 1 },
  ])
})

test('counts what fits on all pages, when asked to', async () => {
  const shop = teaShop()
  const totalOf = async (query: string) => (await call(shop.url, `/api/products${query}`)).body.total
  expect(await totalOf('?count=true&limit=1')).toBe(4)
  expect(await totalOf('?count=true&q=ceramics')).toBe(2)
  expect(await totalOf('?count=true&category=Ceramics&inStock=true')).toBe(1)
  expect(await totalOf('?count=true&q=nothing')).toBe(0)
  expect(await totalOf('?count=false')).toBeUndefined()
  expect(await totalOf('')).toBeUndefined()
})
