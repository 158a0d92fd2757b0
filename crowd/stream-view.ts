import type { StockLevel } from '@onhand/contract/stock-events'
import type { Findings } from './findings.ts'

/** What one shopper knows of the stock from its stream alone: of each product the level with the highest version. */
export interface StreamView {
  /** The products it was narrowed to; undefined when it covers all. */
  readonly productIds: ReadonlySet<string> | undefined
  /** A new connection begins, which may repeat what the one before had told. */
  connect(): void
  /** Takes what the stream says; a version that goes back on one connection is written down, and passed over. */
  apply(levels: readonly StockLevel[]): void
  level(productId: string): { readonly stock: number; readonly version: number } | undefined
}

interface Known {
  stock: number
  version: number
  /** The connection that told it. */
  connection: number
}

export function createStreamView(
  findings: Findings,
  productIds: ReadonlySet<string> | undefined,
): StreamView {
  const levels = new Map<string, Known>()
  let connection = 0

  function take({ productId, stock, version }: StockLevel): void {
    const known = levels.get(productId)
    if (!known) {
      levels.set(productId, { stock, version, connection })
    } else if (version >= known.version) {
      known.stock = stock
      known.version = version
      known.connection = connection
    } else if (known.connection === connection) {
      findings.add('version-went-back', `${productId} went from version ${known.version} to ${version}`)
    }
  }

  return {
    productIds,
    connect: () => {
      connection += 1
    },
    apply: (told) => told.forEach(take),
    level: (productId) => levels.get(productId),
  }
}
