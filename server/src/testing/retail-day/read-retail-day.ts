import type { CheckoutItem } from '@onhand/contract/checkout'
import { orderLinesMax, quantityMax } from '@onhand/contract/limits'
import { parse } from 'csv-parse/sync'
import * as z from 'zod/mini'

const wholeNumber = z.pipe(
  z.string().check(z.regex(/^-?\d+$/)),
  z.transform((text) => Number(text)),
)
const minorUnits = z.pipe(
  z.string().check(z.regex(/^-?\d+(\.\d+)?$/)),
  z.transform((text) => Math.round(Number(text) * 100)),
)

/** A line of an invoice, in the columns of the Online Retail data set. */
const invoiceLine = z.object({
  InvoiceNo: z.string(),
  StockCode: z.string().check(z.minLength(1)),
  Description: z.string(),
  Quantity: wholeNumber,
  UnitPrice: minorUnits,
})
type InvoiceLine = z.infer<typeof invoiceLine>

/** What was wanted on one day of a shop. */
export interface RetailDay {
  readonly products: readonly RetailProduct[]
  /** Their `productId` is the product's code. */
  readonly carts: ReadonlyArray<readonly CheckoutItem[]>
  /** Lines that buy nothing: cancelled invoices, goods that come back or are written off, and corrections without a price. */
  readonly linesLeftOut: number
}

export interface RetailProduct {
  readonly code: string
  readonly name: string
  /** In minor units. */
  readonly price: number
  /** Pieces in all carts together. */
  readonly demand: number
}

/**
 * Reads a day's invoices as carts. Lines of one invoice with the same product are one; what is more than an order takes is cut
 * into several carts, by pieces of a product first and then by lines.
 */
export function readRetailDay(csv: string): RetailDay {
  const lines = z.array(invoiceLine).parse(parse(csv, { columns: true, trim: true }))
  const bought = lines.filter(
    ({ InvoiceNo, Quantity, UnitPrice }) => !InvoiceNo.startsWith('C') && Quantity > 0 && UnitPrice > 0,
  )
  const invoices = Map.groupBy(bought, ({ InvoiceNo }) => InvoiceNo)
  return {
    products: [...Map.groupBy(bought, ({ StockCode }) => StockCode)].map(toProduct),
    carts: [...invoices.values()].flatMap(toCarts),
    linesLeftOut: lines.length - bought.length,
  }
}

function toProduct([code, lines]: [string, InvoiceLine[]]): RetailProduct {
  const name = lines.find(({ Description }) => Description !== '')?.Description ?? code
  return { code, name, price: lines[0]?.UnitPrice ?? 0, demand: sumOf(lines) }
}

function toCarts(lines: readonly InvoiceLine[]): CheckoutItem[][] {
  const carts: CheckoutItem[][] = []
  let wanted = [...Map.groupBy(lines, ({ StockCode }) => StockCode)].map(([productId, same]) => {
    return { productId, quantity: sumOf(same) }
  })
  while (wanted.length > 0) {
    const items = wanted.map((item) => ({ ...item, quantity: Math.min(item.quantity, quantityMax) }))
    for (let start = 0; start < items.length; start += orderLinesMax)
      carts.push(items.slice(start, start + orderLinesMax))
    wanted = wanted
      .map((item) => ({ ...item, quantity: item.quantity - quantityMax }))
      .filter(({ quantity }) => quantity > 0)
  }
  return carts
}

function sumOf(lines: readonly InvoiceLine[]): number {
  return lines.reduce((sum, { Quantity }) => sum + Quantity, 0)
}
