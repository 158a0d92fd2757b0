import fc from 'fast-check'

const seed = 20_260_105
const invoices = 140
const products = 900

const colours = ['Blue', 'Moss', 'Chalk', 'Rust', 'Plum', 'Straw']
const things = [
  'tin lantern',
  'oak spoon',
  'linen napkins, set of 4',
  'stoneware jug',
  '12" twine',
  'door stop',
]
const columns = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country'

/** A number between 0 and `max`, the smaller the likelier, as with the sales of products. */
const skewed = (max: number): fc.Arbitrary<number> =>
  fc.tuple(fc.nat(max), fc.nat(max)).map(([one, other]) => Math.min(one, other))

const line = fc.record({
  product: skewed(products - 1),
  quantity: fc.oneof(
    { weight: 30, arbitrary: skewed(48) },
    { weight: 1, arbitrary: fc.integer({ min: 200, max: 2_500 }) },
  ),
  /** Now and then goods come back, a line is a correction without a price, or a description is missing. */
  oddity: fc.oneof(
    { weight: 60, arbitrary: fc.constant('none') },
    fc.constantFrom('return', 'no price', 'no name'),
  ),
})

const invoice = fc.record({
  isCancelled: fc.oneof({ weight: 12, arbitrary: fc.constant(false) }, fc.constant(true)),
  minute: fc.nat(539),
  customer: fc.oneof(
    fc.constant(''),
    fc.integer({ min: 10_000, max: 19_999 }).map((id) => `${id}.0`),
  ),
  lines: fc.oneof(
    { weight: 20, arbitrary: fc.array(line, { minLength: 1, maxLength: 40, size: 'max' }) },
    { weight: 1, arbitrary: fc.array(line, { minLength: 120, maxLength: 300, size: 'max' }) },
  ),
})

/**
 * A day's invoices of a shop that never was, always the same, in the columns and with the oddities of the Online Retail data
 * set: cancelled invoices, negative quantities, missing descriptions, prices of 0, one product twice in an invoice.
 */
export function generateRetailDay(): string {
  const rows = fc
    .sample(invoice, { seed, numRuns: invoices })
    .flatMap(({ isCancelled, minute, customer, lines }, index) => {
      const number = `${isCancelled ? 'C' : ''}${700_001 + index}`
      const date = new Date(Date.UTC(2026, 0, 5, 8, minute)).toISOString().replace('T', ' ').slice(0, 19)
      return lines.map(({ product, quantity, oddity }) => {
        const sign = isCancelled || oddity === 'return' ? -1 : 1
        const price = oddity === 'no price' ? '0.0' : ((product % 40) / 4 + 0.35).toFixed(2)
        const name = oddity === 'no name' ? '' : quoted(nameOf(product))
        return [
          number,
          `T${10_000 + product}`,
          name,
          sign * (quantity + 1),
          date,
          price,
          customer,
          'Nowhere',
        ].join()
      })
    })
  return [columns, ...rows, ''].join('\n')
}

function nameOf(product: number): string {
  return `${colours[product % colours.length]} ${things[product % things.length]} no. ${product}`
}

function quoted(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
