/** The sales of one product by the crowd, and the version that each has brought it to at the latest. */
export interface SaleTrace {
  /** Sales in the order of their answers, as far as their versions are known. */
  readonly sales: readonly PlacedSale[]
  /** An order with this product goes out; times never go back. */
  send(atMs: number): OpenSale
  /** Places the sales whose version can be told by now. */
  placeSales(): void
  /** A stream shows this version. When the crowd alone cannot have brought the product there, somebody else traded it. */
  see(version: number): void
  /** False once somebody else traded it, or an order of it stayed without an answer. */
  isMeasurable(): boolean
}

interface PlacedSale {
  readonly sentAtMs: number
  readonly answeredAtMs: number
  /** The highest version the sale can have made. */
  readonly versionMax: number
}

export interface OpenSale {
  conclude(outcome: 'sold' | 'refused' | 'unknown', atMs: number): void
}

interface Sent {
  readonly sentAtMs: number
  outcome: 'open' | 'sold' | 'refused' | 'unknown'
}

/** @param startVersion the version before the crowd's first sale */
export function createSaleTrace(startVersion: number): SaleTrace {
  const sent: Sent[] = []
  const answered: Array<{ sentAtMs: number; answeredAtMs: number }> = []
  const sales: PlacedSale[] = []
  let measurable = true
  /** Orders refused or without an answer. */
  let unsold = 0
  /** Orders looked at while placing, and how many of them sold. */
  let counted = 0
  let countedSold = 0

  /** Counts what was sent before this moment; false when one of those has no outcome yet. */
  function countUntil(atMs: number): boolean {
    for (; counted < sent.length; counted++) {
      const next = sent[counted]
      if (!next || next.sentAtMs >= atMs) return true
      if (next.outcome === 'open') return false
      if (next.outcome === 'sold') countedSold += 1
    }
    return true
  }

  return {
    sales,
    send(sentAtMs) {
      const order: Sent = { sentAtMs, outcome: 'open' }
      sent.push(order)
      return {
        conclude(outcome, answeredAtMs) {
          order.outcome = outcome
          if (outcome === 'sold') answered.push({ sentAtMs, answeredAtMs })
          else unsold += 1
          if (outcome === 'unknown') measurable = false
        },
      }
    },
    placeSales() {
      for (let next = answered[sales.length]; next; next = answered[sales.length]) {
        if (!countUntil(next.answeredAtMs)) return
        sales.push({ ...next, versionMax: startVersion + countedSold })
      }
    },
    see(version) {
      if (version > startVersion + sent.length - unsold) measurable = false
    },
    isMeasurable: () => measurable,
  }
}
