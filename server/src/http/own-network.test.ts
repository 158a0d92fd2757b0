import type { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { isFromOwnNetwork, isOwnNetwork } from './own-network.ts'

test.for([
  ['127.0.0.1', true],
  ['::ffff:127.0.0.1', true],
  ['::1', true],
  ['10.1.2.3', true],
  ['172.31.0.1', true],
  ['172.32.0.1', false],
  ['192.168.1.9', true],
  ['100.64.0.1', true],
  ['fd12::1', true],
  ['fe80::1', true],
  ['203.0.113.7', false],
  ['::ffff:203.0.113.7', false],
  ['2001:db8::1', false],
] as const)('%s is of the own network: %s', ([address, own]) => {
  expect(isOwnNetwork(address)).toBe(own)
})

test('each connection is asked about once, and one that is closed is of no network', () => {
  const near = { remoteAddress: '10.1.2.3' as string | undefined } as Socket
  const far = { remoteAddress: '203.0.113.7' } as Socket
  const closed = { remoteAddress: undefined } as Socket
  expect([near, far, closed].map(isFromOwnNetwork)).toEqual([true, false, false])
  // A connection that is closed meanwhile forgets whence it came.
  Object.assign(near, { remoteAddress: undefined })
  expect([near, far, closed].map(isFromOwnNetwork)).toEqual([true, false, false])
})
