import { stockChannelName } from './channel.ts'
import { browserLocks, hostReader } from './host-reader.ts'
import { openStockReader } from './open-stock-reader.ts'

// Runs in a shared worker, which lives for as long as any page of this browser is open.
hostReader(browserLocks(), () => openStockReader(new BroadcastChannel(stockChannelName)))
