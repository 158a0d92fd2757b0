import { catalogChange, stockLevel } from '@onhand/contract/stock-events'
import * as z from 'zod/mini'

/** What the pages of a browser and their one reader talk over: a `BroadcastChannel`, or a port of one page's own. */
export interface Channel {
  postMessage(message: unknown): void
  onmessage: ((event: MessageEvent) => void) | null
  close(): void
}

/** Said by a page: that it is there and shows these products, or that it goes. */
export const pageWord = z.discriminatedUnion('word', [
  z.object({
    word: z.literal('hello'),
    page: z.string(),
    productIds: z.array(z.string()),
    /** Somebody looks at the page right now. */
    hurry: z.boolean(),
  }),
  z.object({ word: z.literal('bye'), page: z.string() }),
])
export type PageWord = z.infer<typeof pageWord>

const readerStatus = z.enum(['connecting', 'live', 'polling'])
export type ReaderStatus = z.infer<typeof readerStatus>

/** Told by the reader to all pages. */
export const readerNews = z.object({
  /** Another one after each hand-over. */
  reader: z.string(),
  status: readerStatus,
  stock: z.array(stockLevel),
  catalog: z.array(catalogChange),
  /** True when changes of the catalog may have been missed. */
  catalogGap: z.boolean(),
})
export type ReaderNews = z.infer<typeof readerNews>

/** The name of the channel that all pages of a browser share. */
export const stockChannelName = 'onhand-stock'
