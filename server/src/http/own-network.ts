import { BlockList } from 'node:net'

/** Addresses that nobody on the internet has: RFC 1918, RFC 4193, RFC 6598, and those of one machine or one cable. */
const ownNetworks = new BlockList()
for (const [network, bits] of [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  ownNetworks.addSubnet(network, bits)
}
ownNetworks.addAddress('::1', 'ipv6')
ownNetworks.addSubnet('fc00::', 7, 'ipv6')
ownNetworks.addSubnet('fe80::', 10, 'ipv6')

/** Whether an address is this machine's or of a network of its own, where a proxy or a container's gateway may be. */
export function isOwnNetwork(address: string): boolean {
  return ownNetworks.check(address, address.includes(':') ? 'ipv6' : 'ipv4')
}
