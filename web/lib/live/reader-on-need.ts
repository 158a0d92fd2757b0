import type { Channel } from './channel.ts'
import type { Reader } from './reader.ts'

const retryMs = 2_000

/** Opens the reader of the shop's own stream. Its code is loaded for it: where a shared worker reads, no page needs it. */
export function openReaderOnNeed(channel: Channel): Reader {
  let reader: Reader | undefined
  let closed = false

  async function open(): Promise<void> {
    try {
      const { openStockReader } = await import('./open-stock-reader.ts')
      if (!closed) reader = openStockReader(channel)
    } catch {
      // Such as without a connection.
      setTimeout(() => closed || void open(), retryMs)
    }
  }

  void open()
  return {
    close() {
      closed = true
      if (reader) reader.close()
      else channel.close()
    },
  }
}
