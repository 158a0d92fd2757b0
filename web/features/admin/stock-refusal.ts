import { stockMax } from '@onhand/contract/limits'
import type { StockLevel } from '@onhand/contract/stock-events'
import { roomTexts } from '#messages/admin-room.tsx'
import { adminStockTexts } from '#messages/admin-stock.tsx'
import { isRefusal } from '../../lib/api-errors.ts'
import { stock } from '../../lib/live/live-stock.ts'

interface ReadRefusal {
  /** What there is now: a count was overtaken. */
  current?: StockLevel
  /** What is wrong with which field. */
  fields?: { pieces?: string; note?: string }
}

/** What a refused movement teaches: the stock of now, and what to say beside which field. */
export function readStockRefusal(error: unknown): ReadRefusal {
  if (isRefusal(error, 'version_conflict') && error.problem.current) {
    stock.learn([error.problem.current])
    return { current: error.problem.current }
  }
  if (isRefusal(error, 'insufficient_stock')) {
    const shortage = error.problem.shortages?.[0]
    if (!shortage) return {}
    const { productId, requested, available, version } = shortage
    stock.learn([{ productId, stock: available, version }])
    return { fields: { pieces: adminStockTexts.cannotGo(requested, available) } }
  }
  if (isRefusal(error, 'stock_limit_reached')) {
    return { fields: { pieces: adminStockTexts.tooMuch(stockMax) } }
  }
  if (isRefusal(error, 'invalid_request')) {
    const fields: ReadRefusal['fields'] = {}
    for (const { path, message } of error.problem.errors ?? []) {
      fields[path === 'note' ? 'note' : 'pieces'] = roomTexts.fieldRefused(message)
    }
    return Object.keys(fields).length > 0 ? { fields } : {}
  }
  return {}
}
