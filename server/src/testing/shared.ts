import { beforeAll } from 'vitest'
import { keepOpen } from './when-over.ts'

/**
 * What the tests of a file use that leave it as it was, because they only read or are refused: opened before the first of
 * them and gone after the last. A shop of its own for each would be most of what such a test takes.
 */
export function shared<T>(open: () => Promise<T>): () => T {
  let opened: { readonly value: T } | undefined
  beforeAll(async () => {
    const { value, close } = await keepOpen(open)
    opened = { value }
    return close
  })
  return () => {
    if (!opened) throw new Error('it is opened when the tests begin')
    return opened.value
  }
}
