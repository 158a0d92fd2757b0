import { hash } from 'node:crypto'
import type { Database } from '../database/database.ts'

/** Pages kept; the commonest few lists are what a rush asks for. */
const pagesMax = 200

/** An answer as it is sent. */
interface EncodedPage {
  readonly body: Buffer
  readonly etag: string
}

/** Encodes lists of products and categories once for each state of the database. */
export interface ListCache {
  /**
   * @param address what the answer is kept under: requests with the same address ask the same
   * @throws Refusal as `find` does
   */
  read(address: string, find: () => Promise<unknown>): Promise<EncodedPage>
}

/**
 * A kept page is given out only while the database says that nothing at all was written since it was read, by anybody. So
 * it is never older than an answer that has left, and an engine that cannot tell keeps no pages.
 */
export function createListCache(database: Database): ListCache {
  const pages = new Map<string, EncodedPage>()
  let stampOfPages: string | undefined

  /** The oldest makes room: odd addresses must not keep the common ones out. */
  function keep(address: string, page: EncodedPage): void {
    const [oldest] = pages.keys()
    if (pages.size >= pagesMax && oldest !== undefined) pages.delete(oldest)
    pages.set(address, page)
  }

  return {
    async read(address, find) {
      const stamp = database.stateStamp()
      if (stamp !== stampOfPages) pages.clear()
      stampOfPages = stamp
      const kept = pages.get(address)
      if (kept) return kept
      const page = encode(await find())
      if (stamp !== undefined && stamp === database.stateStamp()) keep(address, page)
      return page
    },
  }
}

function encode(page: unknown): EncodedPage {
  const body = Buffer.from(JSON.stringify(page))
  return { body, etag: `"${hash('sha256', body, 'base64url').slice(0, 27)}"` }
}
