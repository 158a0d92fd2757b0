import type { CheckoutItem } from '@onhand/contract/checkout'

/** What the crowd bought of one product. */
interface Sold {
  lines: number
  pieces: number
}

/** What the crowd did so far, in numbers. */
export interface Tally {
  /** Streams open now. */
  connected: number
  /** Streams opened again, on purpose or because they broke. */
  reconnects: number
  streamEvents: number
  pageViews: number
  orders: number
  pieces: number
  /** Orders refused because there was too little. */
  soldOut: number
  otherRefusals: number
  /** Requests without a usable answer; a purchase is then sent again with the same key. */
  errors: number
  /** Keys sent a second time on purpose. */
  repeats: number
  readonly sold: Map<string, Sold>
  /** Purchases sent and not decided so far, by their keys: sold or not, nobody knows. */
  readonly undecided: Map<string, readonly CheckoutItem[]>
}

export function createTally(): Tally {
  return {
    connected: 0,
    reconnects: 0,
    streamEvents: 0,
    pageViews: 0,
    orders: 0,
    pieces: 0,
    soldOut: 0,
    otherRefusals: 0,
    errors: 0,
    repeats: 0,
    sold: new Map(),
    undecided: new Map(),
  }
}

export function countOrder(tally: Tally, items: readonly CheckoutItem[]): void {
  tally.orders += 1
  for (const { productId, quantity } of items) {
    const sold = tally.sold.get(productId) ?? { lines: 0, pieces: 0 }
    sold.lines += 1
    sold.pieces += quantity
    tally.sold.set(productId, sold)
    tally.pieces += quantity
  }
}
