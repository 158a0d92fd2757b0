import type { Cart } from '@onhand/contract/cart'
import * as z from 'zod/mini'
import type { Database } from '../database/database.ts'
import { selectCart } from './queries.ts'

type Listener = (cart: Cart) => void

/** Tells every open page of a shopper that the kept cart changed, in whichever process the page is connected. */
export interface CartNews {
  publish(customerId: string, cart: Cart): void
  /** Calls `listener` with every later state of this shopper's cart until the returned function is called. */
  subscribe(customerId: string, listener: Listener): () => void
}

const message = z.object({ cartOf: z.string() })

/**
 * Other processes are told whose cart changed, and read it themselves. A message that is lost is made up for by the next
 * change, or by the page that connects again.
 */
export function createCartNews({ db, messenger }: Database, onError: (error: unknown) => void): CartNews {
  const listeners = new Map<string, Set<Listener>>()

  function tell(customerId: string, cart: Cart): void {
    for (const listener of listeners.get(customerId) ?? []) listener(cart)
  }

  messenger?.receive((text) => {
    const customerId = ownerIn(text)
    if (customerId === undefined || !listeners.has(customerId)) return
    selectCart(db, customerId).then((cart) => tell(customerId, cart), onError)
  })

  return {
    publish(customerId, cart) {
      tell(customerId, cart)
      messenger?.send(JSON.stringify({ cartOf: customerId })).catch(onError)
    },
    subscribe(customerId, listener) {
      const own = listeners.get(customerId) ?? new Set()
      listeners.set(customerId, own.add(listener))
      return () => {
        own.delete(listener)
        if (own.size === 0 && listeners.get(customerId) === own) listeners.delete(customerId)
      }
    },
  }
}

/** The channel carries other messages too. */
function ownerIn(text: string): string | undefined {
  try {
    return message.parse(JSON.parse(text)).cartOf
  } catch {
    return undefined
  }
}
