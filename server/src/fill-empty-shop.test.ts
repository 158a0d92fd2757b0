import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sampleProducts } from './catalog/sample-products.ts'
import { call } from './testing/api-client.ts'
import { checkBooks } from './testing/check-books.ts'
import { openTestShop, startTestShop } from './testing/start-test-shop.ts'

const publicFolder = new URL('../../web/public', import.meta.url)

test('an empty database is filled with the sample catalog, once', async () => {
  const empty = await startTestShop()
  await empty.close()
  for (const _start of ['first', 'second']) {
    const shop = await openTestShop(empty.databaseUrl, { SAMPLE_DATA: 'on' })
    const { body } = await call(shop.url, '/api/products')
    expect(body.products.map((product: { slug: string }) => product.slug)).toEqual(
      sampleProducts.map(({ slug }) => slug),
    )
    await checkBooks(shop.database.db)
    await shop.close()
  }
})

test('a shop that has products of its own is left alone', async () => {
  const own = await startTestShop([{ name: 'Own', stock: 1 }])
  await own.close()
  const shop = await openTestShop(own.databaseUrl, { SAMPLE_DATA: 'on' })
  expect((await call(shop.url, '/api/products')).body.products).toHaveLength(1)
})

test('the sample is 24 products of five categories or more, two sold out, with stock from 3 to 200 among the rest', () => {
  expect(sampleProducts).toHaveLength(24)
  expect(new Set(sampleProducts.map(({ category }) => category)).size).toBeGreaterThanOrEqual(5)
  const stocks: number[] = sampleProducts.map(({ stock }) => stock)
  expect(stocks.filter((stock) => stock === 0)).toHaveLength(2)
  expect(stocks).toContain(3)
  expect(Math.max(...stocks)).toBe(200)
})

test.for(sampleProducts)('$slug has a picture of its own that runs and loads nothing', ({ slug }) => {
  const file = `${publicFolder.pathname}/images/products/${slug}.svg`
  expect(existsSync(file)).toBe(true)
  const svg = readFileSync(file, 'utf8')
  expect(svg).toMatch(/viewBox="0 0 800 800"/)
  expect(svg).not.toMatch(/<script|<image|<foreignObject|\son\w+=|href="(?!#)/i)
})
