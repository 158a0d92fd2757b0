import { BlockList, isIPv6, type Socket } from 'node:net'

/** Addresses that cannot come from the internet: RFC 1918, RFC 4193, RFC 6598, loopback and link-local. */
const ownNetworks = new BlockList()
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const) {
  ownNetworks.addSubnet(network, bits, 'ipv4')
}
for (const [network, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const) {
  ownNetworks.addSubnet(network, bits, 'ipv6')
}

/** Whether an address is this machine's or a neighbour's, such as a proxy's, and so says nothing about who asks. */
export function isOwnNetwork(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '')
  return ownNetworks.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')
}

const known = new WeakMap<Socket, boolean>()

/** Whether the other end of a connection is of the own network; worked out once for all its requests. */
export function isFromOwnNetwork(socket: Socket): boolean {
  const answer = known.get(socket)
  if (answer !== undefined) return answer
  const own = socket.remoteAddress !== undefined && isOwnNetwork(socket.remoteAddress)
  known.set(socket, own)
  return own
}
