import type { CappedLine } from '@onhand/contract/cart'
import { cartTexts } from '#messages/cart.ts'
import { refusalTexts } from '#messages/refusals.ts'
import { notify } from '../../components/notify.ts'
import type { Refusal } from '../../lib/api-errors.ts'
import { mergeIntoKeptCart, readKeptCart, replaceKeptCart } from '../../lib/cart-api.ts'
import { cappedWords } from './capped-words.ts'
import { cart } from './cart-store.ts'
import { createCartStream } from './cart-stream.ts'
import { keepCart } from './keep-cart.ts'

const lockName = 'onhand-cart-sync'

export interface StartedKeeping {
  flush(): Promise<void>
  stop(): void
}

/** Keeps the cart of whoever is signed in, live while the page is in sight, and catches up when it is seen again. */
export function startKeeping(shopper: string): StartedKeeping {
  const keeping = keepCart({
    shopper,
    cart,
    shop: {
      read: () => readKeptCart(shopper),
      replace: (items) => replaceKeptCart(shopper, items),
      merge: (items, key) => mergeIntoKeptCart(shopper, items, key),
    },
    alone: async (act) => {
      if ('locks' in navigator) await navigator.locks.request(lockName, act)
      else await act()
    },
    onCapped: tellCapped,
    onRefused: tellRefused,
  })
  const stream = createCartStream(shopper, keeping.hear)

  function look(): void {
    if (document.visibilityState !== 'visible') {
      leave()
      return
    }
    void keeping.sync()
    stream.join()
    stream.wake()
  }

  function leave(): void {
    void keeping.flush()
    stream.leave()
  }

  const events = new AbortController()
  const { signal } = events
  document.addEventListener('visibilitychange', look, { signal })
  addEventListener('pageshow', ({ persisted }) => persisted && look(), { signal })
  addEventListener('pagehide', leave, { signal })
  addEventListener('online', look, { signal })
  look()
  return {
    flush: keeping.flush,
    stop() {
      events.abort()
      stream.leave()
      keeping.stop()
    },
  }
}

function tellCapped(lines: CappedLine[]): void {
  notify({
    id: 'capped',
    title: cartTexts.mergedTitle,
    description: lines.map(cappedWords).join(' '),
    lasting: true,
  })
}

function tellRefused({ problem }: Refusal): void {
  notify({
    id: 'refused',
    title: cartTexts.changeTakenBack,
    description: refusalTexts[problem.code],
    lasting: true,
  })
}
