import { isListOf, isObjectOf, isOneOf, isText, isWhole, type Shape, type Shaped } from '../shapes.ts'
import type { CatalogNews } from './catalog-changes.ts'
import { isCatalogChange, isStockLevel } from './stock-shapes.ts'

/** What the pages of a browser and their one reader talk over: a `BroadcastChannel`, or a port of one page's own. */
export interface Channel {
  postMessage(message: unknown): void
  onmessage: ((event: MessageEvent) => void) | null
  close(): void
}

const isReaderStatus = isOneOf('connecting', 'live', 'polling')
export type ReaderStatus = Shaped<typeof isReaderStatus>

const isCatalogNews: Shape<CatalogNews> = isObjectOf({
  changes: isListOf(isCatalogChange),
  from: isWhole,
  to: isWhole,
})

/** Told by the reader to all pages. */
export const isReaderNews = isObjectOf({
  /** Another one after each hand-over. */
  reader: isText,
  status: isReaderStatus,
  stock: isListOf(isStockLevel),
  catalog: isCatalogNews,
})
export type ReaderNews = Shaped<typeof isReaderNews>

/** The name of the channel that all pages of a browser share. */
export const stockChannelName = 'onhand-stock'
