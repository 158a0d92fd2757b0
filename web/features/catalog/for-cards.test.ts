import type { Product } from '@onhand/contract/catalog'
import { expect, test } from 'vitest'
import { forCards } from './for-cards.ts'

const lamp: Product = {
  id: 'prod_1',
  slug: 'lamp',
  name: 'Lamp',
  description: 'A short story.',
  price: 1_200,
  currency: 'EUR',
  stock: 3,
  version: 7,
  category: 'Paper',
  image: { src: '/lamp.svg', alt: 'A lamp.' },
}

test('a card has all of a product but what it does not show', () => {
  const bare = { ...lamp, image: null }
  expect(forCards([lamp, bare])).toEqual([{ ...lamp, image: { src: '/lamp.svg', alt: '' } }, bare])
})

test('a long story ends after its first words, and never within one', () => {
  const [card] = forCards([{ ...lamp, description: 'lampshades '.repeat(200) }])
  expect(card?.description).toBe(`${'lampshades '.repeat(14)}…`)
})
