import { pino } from 'pino'
import { type Config, readConfig } from './config.ts'
import { StartRefusal } from './refusal.ts'
import { openShop, type Shop } from './shop.ts'

/** A shutdown that takes longer than this is cut short. */
const closeMaxMs = 15_000

const config = readConfigOrExit()
const log = pino({
  level: config.logLevel,
  base: { service: 'onhand' },
  timestamp: pino.stdTimeFunctions.isoTime,
})
const shop = await openShop(config, log).catch((error: unknown) => refuseToStart(error))
log.info({ port: shop.port, host: config.host, engine: shop.database.engine }, 'open')
if (process.stdout.isTTY || config.logLevel !== 'silent') console.log(welcome())
closeOnSignal(shop)

function readConfigOrExit(): Config {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error
    console.error(error.message)
    process.exit(1)
  }
}

function refuseToStart(error: unknown): never {
  if (error instanceof StartRefusal) console.error(error.message)
  else log.fatal({ err: error }, 'the shop could not open')
  process.exit(1)
}

function welcome(): string {
  return `\n  Onhand is open: http://localhost:${shop.port}  (Ctrl-C closes it)\n`
}

function closeOnSignal(open: Shop): void {
  let closing = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (closing) return
      closing = true
      setTimeout(() => process.exit(1), closeMaxMs).unref()
      open.close().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'the shop did not close cleanly')
          process.exit(1)
        },
      )
    })
  }
}
