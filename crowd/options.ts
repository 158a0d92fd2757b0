import { parseArgs } from 'node:util'

/** Each shopper holds one connection open, and a process has a bounded number of them. */
const shoppersMax = 5_000
const secondsMax = 3_600

export const help = `Sends a crowd of browsing and buying shoppers to a running shop, and checks what they saw.

  npm run crowd -- [options]

  --shoppers <n>    how many shoppers, 1 to ${shoppersMax} (200)
  --seconds <n>     how long they shop, 1 to ${secondsMax} (20)
  --url <address>   where the shop is (http://localhost:3000)
  --allow-remote    take a shop that is not on this machine: the crowd buys for real
  --help            show this

Ends with 0 when all that was seen agrees with the shop, 1 when something does not, 2 when the shop
cannot be reached, 64 when an option is wrong, 130 when stopped before the comparison.`

export interface Options {
  readonly shoppers: number
  readonly seconds: number
  /** Where the shop is, without a path. */
  readonly url: URL
}

/** An option cannot be used; the message is the line for whoever typed it. */
export class OptionError extends Error {}

/**
 * Reads the command line.
 *
 * @returns the options, or `help` when that was asked for
 * @throws OptionError naming the first option that is wrong and what would be right
 */
export function readOptions(args: readonly string[]): Options | 'help' {
  const values = parse(args)
  if (values.help) return 'help'
  return {
    shoppers: wholeNumber('--shoppers', values.shoppers, shoppersMax),
    seconds: wholeNumber('--seconds', values.seconds, secondsMax),
    url: shopAddress(values.url, values['allow-remote']),
  }
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        shoppers: { type: 'string', default: '200' },
        seconds: { type: 'string', default: '20' },
        url: { type: 'string', default: 'http://localhost:3000' },
        'allow-remote': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    return values
  } catch (error) {
    const [reason] = String((error as Error).message).split('. ')
    throw new OptionError(`${reason}; --help shows the options`)
  }
}

function wholeNumber(name: string, text: string, max: number): number {
  const value = Number(text)
  if (/^\d{1,9}$/.test(text) && value >= 1 && value <= max) return value
  throw new OptionError(`${name}: "${text}" is not a whole number from 1 to ${max}`)
}

function shopAddress(text: string, allowRemote: boolean): URL {
  const url = URL.parse(text)
  const isPlain = url && `${url.origin}/` === url.href && /^https?:$/.test(url.protocol)
  if (!isPlain) {
    throw new OptionError(`--url: "${text}" is not an address without a path, such as http://localhost:3000`)
  }
  if (allowRemote || isLoopback(url.hostname)) return url
  throw new OptionError(
    `--url: ${url.host} is not this machine, and the crowd buys for real; add --allow-remote if that is meant`,
  )
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}
