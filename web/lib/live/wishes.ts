/** Product ids in one address: 150 of them make 5,600 characters, and a proxy may refuse an address of 8 KiB. */
const addressedMax = 150

/** The products that the open pages show, and with that what the stream has to cover. */
export interface Wishes {
  /** Returns true when the stream does not cover all of them any more. */
  set(page: string, productIds: readonly string[]): boolean
  forget(page: string): void
  all(): string[]
  /** What the stream is asked for; undefined stands for all products. */
  covered(): readonly string[] | undefined
}

/**
 * What the stream covers only grows, so that it need not be opened anew when a shopper goes back and forth. When it
 * has outgrown an address it starts again from what is shown now, and when that is too much, it is everything.
 */
export function createWishes(): Wishes {
  const pages = new Map<string, readonly string[]>()
  let covered: ReadonlySet<string> | undefined = new Set()

  const all = (): string[] => [...new Set([...pages.values()].flat())]

  return {
    set(page, productIds) {
      pages.set(page, productIds)
      const known = covered
      if (!known || productIds.every((productId) => known.has(productId))) return false
      covered = [new Set([...known, ...productIds]), new Set(all())].find(({ size }) => size <= addressedMax)
      return true
    },
    forget: (page) => void pages.delete(page),
    all,
    covered: () => covered && [...covered],
  }
}
