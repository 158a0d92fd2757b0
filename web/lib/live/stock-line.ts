import { type Connection, type ConnectionOptions, openConnection } from './connection.ts'
import { type StockNews, stockNewsOf } from './stream-events.ts'

type Covered = readonly string[] | undefined

export interface StockLineOptions {
  /** Opens the stream of these products, or of all. */
  open(covered: Covered, lastEventId: string | undefined, signal: AbortSignal): Promise<Response>
  onNews(news: StockNews, covered: Covered): void
  onHeard(): void
  onLive(live: boolean): void
}

/** The stock stream, of products that can become others while it runs. */
export interface StockLine {
  cover(covered: Covered): void
  check: Connection['check']
  reconnect(): void
  close(): void
}

interface Stretch {
  live: boolean
  connection?: Connection
}

/** A stream of other products takes over only once it tells, so that no change falls in between. */
export function createStockLine({ open, onNews, onHeard, onLive }: StockLineOptions): StockLine {
  /** At most two: the one that runs, and one that is to take over. */
  const stretches: Stretch[] = []

  function closeBefore(stretch: Stretch): void {
    for (const older of stretches.splice(0, stretches.indexOf(stretch))) older.connection?.close()
  }

  function follow(stretch: Stretch, covered: Covered): Omit<ConnectionOptions<StockNews>, 'open'> {
    return {
      parse: stockNewsOf,
      onHeard,
      onTold(news) {
        onNews(news, covered)
        closeBefore(stretch)
      },
      onStatus(status) {
        stretch.live = status === 'live'
        onLive(stretches.some(({ live }) => live))
      },
    }
  }

  return {
    cover(covered) {
      for (const overtaken of stretches.splice(1)) overtaken.connection?.close()
      const stretch: Stretch = { live: false }
      stretches.push(stretch)
      stretch.connection = openConnection({
        open: (lastEventId, signal) => open(covered, lastEventId, signal),
        ...follow(stretch, covered),
      })
    },
    check: (options) => {
      for (const { connection } of stretches) connection?.check(options)
    },
    reconnect: () => {
      for (const { connection } of stretches) connection?.reconnect()
    },
    close: () => {
      for (const { connection } of stretches.splice(0)) connection?.close()
    },
  }
}
