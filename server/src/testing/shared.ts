import { beforeAll } from 'vitest'

/** Is told how to end what was opened. */
export type WhenOver = (end: () => Promise<void> | void) => void

/**
 * What the tests of a file use that leave it as it was, because they only read or are refused: opened before the first of
 * them and gone after the last. A shop of its own for each would be most of what such a test takes.
 */
export function shared<T>(open: (whenOver: WhenOver) => Promise<T>): () => T {
  let opened: { value: T } | undefined
  beforeAll(async () => {
    const ends: Array<Parameters<WhenOver>[0]> = []
    opened = { value: await open((end) => ends.unshift(end)) }
    return async () => {
      for (const end of ends) await end()
    }
  })
  return () => {
    if (!opened) throw new Error('it is opened when the tests begin')
    return opened.value
  }
}
