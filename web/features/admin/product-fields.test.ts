import { expect, test } from 'vitest'
import { changeOf, emptyFields, fieldsOf, readFields } from './product-fields.ts'

const lamp = {
  id: 'prod_1',
  slug: 'lamp',
  name: 'Lamp',
  description: 'Bright.',
  price: 2_450,
  currency: 'EUR',
  stock: 3,
  version: 1,
  category: 'Light',
  image: null,
  withdrawn: false,
}

test('what was not touched is not changed', () => {
  const read = readFields(fieldsOf(lamp), 'EUR')
  expect(read).toHaveProperty('product')
  if ('product' in read) expect(changeOf(lamp, read.product)).toEqual({})
})

test('only what was touched is changed', () => {
  const read = readFields({ ...fieldsOf(lamp), price: '25', imageSrc: '/images/lamp.svg' }, 'EUR')
  expect(read).toHaveProperty('product')
  if ('product' in read) {
    expect(changeOf(lamp, read.product)).toEqual({
      price: 2_500,
      image: { src: '/images/lamp.svg', alt: '' },
    })
  }
})

test('every mistake is told beside its field', () => {
  const fields = { ...emptyFields, price: 'much', slug: 'No Slug', imageSrc: 'lamp.svg', stock: '1.5' }
  const read = readFields(fields, 'EUR')
  expect(read).toHaveProperty('errors')
  if ('errors' in read)
    expect(Object.keys(read.errors).sort()).toEqual(['imageSrc', 'name', 'price', 'slug', 'stock'])
})
