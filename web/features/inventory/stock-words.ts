import { stockTexts } from '#messages/stock.ts'

/** At this many and fewer, the shopper is told that there are only so many left. */
const lowStockMax = 5

export type StockTone = 'plenty' | 'low' | 'none'

export function stockTone(stock: number): StockTone {
  if (stock <= 0) return 'none'
  return stock <= lowStockMax ? 'low' : 'plenty'
}

/** `12 in stock`, `Only 3 left`, `Last one`, `Sold out`. */
export function stockSentence(stock: number): string {
  if (stock <= 0) return stockTexts.soldOut
  if (stock === 1) return stockTexts.lastOne
  return stock <= lowStockMax ? stockTexts.onlyLeft(stock) : stockTexts.inStock(stock)
}

/** The words around the figure; the figure itself is set apart, so that it can be marked when it changes. */
export function stockWords(stock: number): { before: string; figure: string; after: string } {
  const [before = '', figure = '', after = ''] = stockSentence(stock).split(figureInside)
  return { before, figure, after }
}

/** From the first digit to the last, in any script. */
const figureInside = /(\p{Nd}(?:.*\p{Nd})?)/u
