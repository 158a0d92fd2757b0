import type { StockLevel } from '@onhand/contract/stock-events'
import type { Findings } from './findings.ts'

/** All levels that anybody in the crowd was told, whether by a stream, a page or a refusal. */
export interface StockHistory {
  /** Checks that the stock is not below 0, and that whoever is told this version is told the same stock. */
  note(level: StockLevel, toldBy: string): void
  /** The newest level anybody was told. */
  latest(productId: string): StockLevel | undefined
}

export function createStockHistory(findings: Findings): StockHistory {
  const products = new Map<string, { latest: StockLevel; stocks: Map<number, number> }>()

  return {
    note(level, toldBy) {
      const { productId, stock, version } = level
      if (stock < 0) {
        findings.add('stock-below-zero', `${toldBy} said ${productId} has ${stock} at version ${version}`)
      }
      const known = products.get(productId)
      if (!known) {
        products.set(productId, { latest: level, stocks: new Map([[version, stock]]) })
        return
      }
      const told = known.stocks.get(version)
      if (told === undefined) known.stocks.set(version, stock)
      else if (told !== stock) {
        const example = `version ${version} of ${productId} is ${told} pieces, but ${toldBy} said ${stock}`
        findings.add('version-with-two-stocks', example)
      }
      if (version > known.latest.version) known.latest = level
    },
    latest: (productId) => products.get(productId)?.latest,
  }
}
