import type { StockWatch } from '../watch-stock.ts'
import type { Records } from './read-records.ts'

type Told = Pick<StockWatch, 'told'>

/** G8, the first half: no page was told an older version after a newer, and each level that was told is the ledger's. */
export function findVersionsGoingBack({ ledger }: Records, watches: readonly Told[]): string[] {
  return watches.flatMap(({ told }) => {
    const findings: string[] = []
    const newest = new Map<string, number>()
    for (const { productId, stock, version } of told) {
      const before = newest.get(productId) ?? 0
      if (version < before)
        findings.push(`G8: version ${version} of ${productId} was told after version ${before}`)
      newest.set(productId, version)
      if (stock !== (version === 0 ? 0 : ledger.get(productId)?.[version - 1]?.stock_after))
        findings.push(`G8: version ${version} of ${productId} was told as ${stock}`)
    }
    return findings
  })
}

/**
 * G8, the second half: what a page does not show yet of what the database holds. Of a product that never moved, and came
 * after the page's snapshot, no stock is told.
 */
export function findPagesBehind({ stock }: Records, watches: readonly Told[]): string[] {
  return watches.flatMap(({ told }, page) => {
    const shown = new Map(told.map((level) => [level.productId, level]))
    return stock.flatMap(({ productId, ...held }) => {
      const level = shown.get(productId) ?? { stock: 0, version: 0 }
      return level.stock === held.stock && level.version === held.version
        ? []
        : `G8: page ${page} shows ${level.stock} of ${productId}, and there are ${held.stock}`
    })
  })
}
