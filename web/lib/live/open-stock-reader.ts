import type { Channel } from './channel.ts'
import { openReader, type Reader } from './reader.ts'
import { askStock, openStockStream } from './stock-api.ts'

/** The reader of the shop's own stream. */
export function openStockReader(channel: Channel): Reader {
  return openReader({ channel, open: openStockStream, ask: askStock })
}
