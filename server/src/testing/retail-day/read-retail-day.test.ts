import { expect, test } from 'vitest'
import { generateRetailDay } from './generate-retail-day.ts'
import { readRetailDay } from './read-retail-day.ts'

function day(...rows: string[]): string {
  return ['InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country', ...rows].join(
    '\n',
  )
}

test('the lines of an invoice are a cart, and the same product in it is one line', () => {
  const { carts, products } = readRetailDay(
    day('1,A,"Tin, blue",2,,2.55,,', '1,B,Jug,1,,0.19,,', '1,A,,3,,2.55,,', '2,A,"Tin, blue",1,,2.55,,'),
  )
  expect(carts).toEqual([
    [
      { productId: 'A', quantity: 5 },
      { productId: 'B', quantity: 1 },
    ],
    [{ productId: 'A', quantity: 1 }],
  ])
  expect(products).toEqual([
    { code: 'A', name: 'Tin, blue', price: 255, demand: 6 },
    { code: 'B', name: 'Jug', price: 19, demand: 1 },
  ])
})

test('what buys nothing is left out', () => {
  const { carts, linesLeftOut } = readRetailDay(
    day(
      'C1,A,Tin,-2,,2.55,,',
      '2,A,,-10,,0.0,,',
      '3,A,,56,,0.0,,',
      '4,A,Tin,-1,,2.55,,',
      '5,A,Tin,1,,2.55,,',
    ),
  )
  expect(carts).toEqual([[{ productId: 'A', quantity: 1 }]])
  expect(linesLeftOut).toBe(4)
})

test('more than an order takes is cut into several', () => {
  const many = Array.from({ length: 101 }, (_, n) => `1,P${n},Thing,1,,1.0,,`)
  const { carts } = readRetailDay(day('1,A,Tin,2400,,2.55,,', ...many))
  expect(carts.map((cart) => cart.length)).toEqual([100, 2, 1, 1])
  const tins = carts.flat().filter(({ productId }) => productId === 'A')
  expect(tins.map(({ quantity }) => quantity)).toEqual([999, 999, 402])
})

test('the generated day is always the same, and has all that makes real ones odd', () => {
  const csv = generateRetailDay()
  expect(generateRetailDay()).toBe(csv)
  for (const oddity of [/^C\d+,/m, /,-\d+,2026/, /,0\.0,/, /,T\d+,,/, /"[^"]*,[^"]*"/, /""/])
    expect(csv).toMatch(oddity)
  const { carts, linesLeftOut } = readRetailDay(csv)
  expect(linesLeftOut).toBeGreaterThan(50)
  expect(carts.length).toBeGreaterThan(120)
  expect(carts.some((cart) => cart.length === 100)).toBe(true)
  expect(carts.flat().some(({ quantity }) => quantity === 999)).toBe(true)
})
