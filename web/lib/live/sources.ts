import { type Channel, stockChannelName } from './channel.ts'
import { browserLocks, hostReader } from './host-reader.ts'
import { openReaderOnNeed } from './reader-on-need.ts'

/** Where a page hears of the stock. */
export interface Source {
  readonly channel: Channel
  /** The reader does not answer. */
  takeOver(): void
  leave(): void
}

/** @param onFail called when this way turns out not to work here */
export type OpenSource = (onFail: () => void) => Source

/** The ways in which the pages of this browser can share one stream, the best first; the last always works. */
export function possibleSources(): OpenSource[] {
  const canTalk = typeof BroadcastChannel !== 'undefined'
  return [
    ...(canTalk && typeof SharedWorker !== 'undefined' ? [openWorkerSource] : []),
    ...(canTalk && browserLocks() ? [openLeaderSource] : []),
    openOwnSource,
  ]
}

/** A shared worker reads: no page has to, and none has to hand over when it closes, hangs or sleeps. */
function openWorkerSource(onFail: () => void): Source {
  const url = new URL('./stock-worker.ts', import.meta.url)
  const worker = new SharedWorker(url, { type: 'module', name: 'onhand-stock' })
  worker.addEventListener('error', onFail)
  return {
    channel: new BroadcastChannel(stockChannelName),
    takeOver: onFail,
    leave: () => worker.removeEventListener('error', onFail),
  }
}

/** The page that holds a lock reads. */
function openLeaderSource(): Source {
  const channel = new BroadcastChannel(stockChannelName)
  // A channel of its own, since none hears what it says itself.
  const host = hostReader(browserLocks(), () => openReaderOnNeed(new BroadcastChannel(stockChannelName)))
  return { channel, takeOver: host.takeOver, leave: host.withdraw }
}

/** Each page reads for itself. */
function openOwnSource(): Source {
  const { port1, port2 } = new MessageChannel()
  const reader = openReaderOnNeed(port1)
  return { channel: port2, takeOver() {}, leave: () => reader.close() }
}
