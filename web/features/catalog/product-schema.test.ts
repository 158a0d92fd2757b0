import type { Product } from '@onhand/contract/catalog'
import { expect, test } from 'vitest'
import { productJsonLd } from './product-schema.ts'

const bowl: Product = {
  id: 'prod_1',
  slug: 'bowl',
  name: 'Bowl </script><script>alert(1)</script>',
  description: 'Turned.',
  price: 6_805,
  currency: 'EUR',
  stock: 3,
  version: 1,
  category: 'Wood',
  image: { src: '/images/bowl.svg', alt: 'A bowl.' },
}
const fullUrl = (path: string) => new URL(path, 'https://shop.example').href

test('tells search engines the price in whole units and what can be bought', () => {
  const schema = JSON.parse(productJsonLd(bowl, 'low', fullUrl))
  expect(schema).toMatchObject({
    '@type': 'Product',
    name: bowl.name,
    image: 'https://shop.example/images/bowl.svg',
    offers: {
      url: 'https://shop.example/products/bowl',
      price: '68.05',
      priceCurrency: 'EUR',
      availability: 'https://schema.org/LimitedAvailability',
      inventoryLevel: { value: 3 },
    },
  })
  const yen = JSON.parse(productJsonLd({ ...bowl, price: 500, currency: 'JPY' }, 'none', fullUrl))
  expect(yen.offers).toMatchObject({ price: '500', availability: 'https://schema.org/OutOfStock' })
})

test('a name cannot end the script it stands in', () => {
  expect(productJsonLd(bowl, 'plenty', fullUrl)).not.toContain('<')
})
