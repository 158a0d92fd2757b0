import { type Cart, cart } from '@onhand/contract/cart'
import { openCartStream } from '../../lib/cart-api.ts'
import { type Connection, openConnection } from '../../lib/live/connection.ts'
import { type Candidacy, runForLeader } from '../../lib/live/leadership.ts'

const lockName = 'onhand-cart-stream'

/** A page's part in the one cart stream of its browser. */
export interface CartStream {
  /** To be called when the page comes into sight. */
  join(): void
  /** To be called when the page is out of sight, so that another can have the stream. */
  leave(): void
  /** Somebody looks at the page now: be right at once. */
  wake(): void
}

/**
 * Hears of changes that were made on other devices, while the page is in sight. Of several such pages one has the
 * stream; the others follow what it writes into the browser's storage.
 */
export function createCartStream(shopper: string, onCart: (kept: Cart) => void): CartStream {
  let connection: Connection | undefined
  let candidacy: Candidacy | undefined

  function connect(): () => void {
    const mine = openConnection({
      open: (_lastEventId, signal) => openCartStream(shopper, signal),
      parse: (event) => (event.event === 'cart' ? cart.parse(JSON.parse(event.data)) : undefined),
      onTold: onCart,
      onStatus: () => {},
      onHeard: () => {},
    })
    connection = mine
    return () => {
      connection = undefined
      mine.close()
    }
  }

  return {
    join() {
      if (candidacy) return
      candidacy =
        'locks' in navigator ? runForLeader(navigator.locks, lockName, connect) : standAlone(connect)
    },
    leave() {
      candidacy?.withdraw()
      candidacy = undefined
    },
    wake: () => connection?.check({ hurry: true }),
  }
}

/** Where pages cannot agree on one of them, each has a stream of its own. */
function standAlone(lead: () => () => void): Candidacy {
  const withdraw = lead()
  return { takeOver: () => {}, withdraw }
}
