import { expect, test } from 'vitest'
import { cappedWords } from './capped-words.ts'

test('tells what became of a line that did not fit into the kept cart', () => {
  const bowl = { productId: 'prod_a', name: 'Bowl', wanted: 4 }
  expect(cappedWords({ ...bowl, kept: 3 })).toBe('Bowl: 3 of 4, which is all that can be had.')
  expect(cappedWords({ ...bowl, kept: 0 })).toBe('Bowl was left out.')
})
