import { expect, test } from 'vitest'
import { isOwnNetwork } from './own-network.ts'

const own = [
  '127.0.0.1',
  '::1',
  '::ffff:127.0.0.1',
  '10.1.2.3',
  '100.64.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '::ffff:172.17.0.1',
  '192.168.1.9',
  '169.254.1.1',
  'fd12::1',
  'fe80::1%eth0',
]
const foreign = [
  '203.0.113.7',
  '::ffff:203.0.113.7',
  '9.255.255.255',
  '11.0.0.1',
  '100.128.0.1',
  '172.15.255.255',
  '172.32.0.1',
  '192.169.0.1',
  '2001:db8::1',
  '::2',
  'fec0::1',
]

test('a network of one’s own is told from the internet', () => {
  expect(own.filter((address) => !isOwnNetwork(address))).toEqual([])
  expect(foreign.filter((address) => isOwnNetwork(address))).toEqual([])
})
