import { expect, test } from 'vitest'
import { OptionError, readOptions } from './options.ts'

test('without options, 200 shoppers shop for 20 seconds at the shop on this machine', () => {
  expect(readOptions([])).toEqual({ shoppers: 200, seconds: 20, url: new URL('http://localhost:3000') })
})

test('help wins over everything else', () => {
  expect(readOptions(['--help', '--shoppers', 'many'])).toBe('help')
})

test.each([
  [['--shoppers', '0'], '--shoppers: "0" is not a whole number from 1 to 5000'],
  [['--shoppers', '1e3'], '--shoppers: "1e3" is not'],
  [['--seconds', '2.5'], '--seconds: "2.5" is not'],
  [['--url', 'localhost:3000'], '--url: "localhost:3000" is not an address'],
  [['--url', 'http://localhost:3000/shop'], 'is not an address without a path'],
  [['--url', 'https://shop.example'], 'shop.example is not this machine'],
  [['--url', 'http://127.0.0.1.example'], 'is not this machine'],
  [['--shopers', '3'], "Unknown option '--shopers'"],
  [['20'], "Unexpected argument '20'"],
])('refuses %j with one line', (args, message) => {
  const refused = () => readOptions(args)
  expect(refused).toThrow(OptionError)
  expect(refused).toThrow(message)
  expect(refused).not.toThrow('\n')
})

test.each(['http://localhost:4200', 'http://127.0.0.1:3000', 'http://[::1]:3000'])('takes %s', (url) => {
  expect(readOptions(['--url', url])).toMatchObject({ url: new URL(url) })
})

test('takes a remote shop only when told so', () => {
  const args = ['--url', 'https://shop.example', '--allow-remote']
  expect(readOptions(args)).toMatchObject({ url: new URL('https://shop.example') })
})
