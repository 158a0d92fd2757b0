/** At this many and fewer, the shopper is told that there are only so many left. */
const lowStockMax = 5

export type StockTone = 'plenty' | 'low' | 'none'

export function stockTone(stock: number): StockTone {
  if (stock <= 0) return 'none'
  return stock <= lowStockMax ? 'low' : 'plenty'
}

/** The words around the figure; the figure itself is set apart, so that it can be marked when it changes. */
export function stockWords(stock: number): { before: string; figure: string; after: string } {
  if (stock <= 0) return { before: 'Sold out', figure: '', after: '' }
  if (stock === 1) return { before: 'Last one', figure: '', after: '' }
  if (stock <= lowStockMax) return { before: 'Only ', figure: String(stock), after: ' left' }
  return { before: '', figure: String(stock), after: ' in stock' }
}

/** `12 in stock`, `Only 3 left`, `Last one`, `Sold out`. */
export function stockSentence(stock: number): string {
  const { before, figure, after } = stockWords(stock)
  return before + figure + after
}
