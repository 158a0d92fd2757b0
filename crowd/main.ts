import { performance } from 'node:perf_hooks'
import type { Product } from '@onhand/contract/catalog'
import { createCrowd } from './crowd.ts'
import { help, OptionError, type Options, readOptions } from './options.ts'
import { figureLines, verdictLines } from './report.ts'
import { createShop, NotAsPromised, type Shop } from './shop.ts'
import { shopAndCompare } from './shop-and-compare.ts'
import { listenForCtrlC } from './stops.ts'
import type { Verdict } from './verdict.ts'

const exitCodes = { agrees: 0, differs: 1, unreachable: 2, wrongOption: 64, interrupted: 130 } as const

const exitCode = await main()
// Whoever reads the output has it all before the process ends, with whatever is still under way.
process.stdout.write('', () => process.exit(exitCode))

async function main(): Promise<number> {
  try {
    const options = readOptions(process.argv.slice(2))
    if (options !== 'help') return await run(options)
    console.log(help)
    return exitCodes.agrees
  } catch (error) {
    if (!(error instanceof OptionError)) throw error
    console.error(error.message)
    return exitCodes.wrongOption
  }
}

async function run(options: Options): Promise<number> {
  const shop = createShop(options.url)
  const start = await listOrExplain(shop, options.url)
  if (!start) return exitCodes.unreachable
  if (start.every(({ stock }) => stock === 0)) console.log('Nothing is left in this shop: all can only look.')
  const stops = listenForCtrlC()
  const crowd = createCrowd(shop, start, options.shoppers)
  const result = await shopAndCompare(options, shop, start, crowd, stops)
  const { tally, delays } = crowd.records
  const busyShare = performance.eventLoopUtilization().utilization
  const figures = figureLines({ start, end: result?.end, tally, delay: delays.summary(), busyShare })
  console.log(['', ...figures, ''].join('\n'))
  return result ? tellVerdict(result.verdict) : tellNothingCompared(stops.now.aborted, options.url)
}

function tellVerdict(verdict: Verdict): number {
  console.log(verdictLines(verdict).join('\n'))
  return verdict.agrees ? exitCodes.agrees : exitCodes.differs
}

function tellNothingCompared(isInterrupted: boolean, url: URL): number {
  const reason = isInterrupted ? 'This was stopped' : `The shop at ${url.origin} answers no more`
  console.log(`  ${reason}: nothing was compared.`)
  return isInterrupted ? exitCodes.interrupted : exitCodes.unreachable
}

async function listOrExplain(shop: Shop, url: URL): Promise<readonly Product[] | undefined> {
  try {
    const products = await shop.listAllProducts()
    if (products.length > 0) return products
    console.error(`The shop at ${url.origin} has no products to buy.`)
  } catch (error) {
    if (error instanceof NotAsPromised) {
      console.error(`What answers at ${url.origin} is not an Onhand shop: ${error.message}.`)
    } else console.error(unreachable(url))
  }
  return undefined
}

function unreachable(url: URL): string {
  return `No shop answers at ${url.origin}. Start it with "npm start", or name another with --url.`
}
