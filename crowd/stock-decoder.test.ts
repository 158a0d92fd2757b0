import { expect, test, vi } from 'vitest'
import { createStockDecoder } from './stock-decoder.ts'

const bowl = { productId: 'bowl', stock: 3, version: 4 }

test('snapshots and changes become levels, other events nothing', () => {
  const decode = createStockDecoder(() => undefined)
  expect(decode('snapshot', JSON.stringify({ stock: [bowl] }))).toEqual([bowl])
  expect(decode('stock', JSON.stringify({ changes: [bowl] }))).toEqual([bowl])
  expect(decode('catalog', '{"productId":"bowl","change":"created"}')).toBeUndefined()
  expect(decode(undefined, 'hello')).toBeUndefined()
})

test('the same text is decoded once', () => {
  const onNew = vi.fn()
  const decode = createStockDecoder(onNew)
  const data = JSON.stringify({ changes: [bowl] })
  expect(decode('stock', data)).toBe(decode('stock', data))
  expect(onNew).toHaveBeenCalledTimes(1)
})

test('what is not as the contract says is refused', () => {
  const decode = createStockDecoder(() => undefined)
  expect(() => decode('stock', '{"changes":[{"productId":"bowl"}]}')).toThrow()
  expect(() => decode('stock', '{"changes":')).toThrow()
})
