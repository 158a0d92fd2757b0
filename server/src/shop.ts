import type { Express } from 'express'
import type { Logger } from 'pino'
import { type Accounts, createAccounts } from './accounts/accounts.ts'
import { keptSecret } from './accounts/auth-secret.ts'
import { forgetExpired } from './accounts/forget-expired.ts'
import { createAdministrator } from './accounts/roles.ts'
import { createApp } from './app.ts'
import { createCartNews } from './cart/cart-news.ts'
import { createCartStreams } from './cart/cart-streams.ts'
import { forgetCart } from './cart/keep-cart.ts'
import type { Config } from './config.ts'
import type { Database } from './database/database.ts'
import { migrate } from './database/migrate.ts'
import { openDatabase } from './database/open.ts'
import { fillEmptyShop } from './fill-empty-shop.ts'
import { forgetAnswers } from './idempotency/forget-answers.ts'
import { readCatalogRevision } from './inventory/count-catalog-change.ts'
import { shareStock } from './inventory/share-stock.ts'
import { createStockFeed, isCatalogEvent, type StockFeed } from './inventory/stock-feed.ts'
import { createStockStreams } from './inventory/stock-streams.ts'
import { closeServer, createLimitedServer, listen } from './listen.ts'
import { createKeepingMailer, createMissingMailer, createSmtpMailer, type Mailer } from './mail/mailer.ts'
import { forgetCustomer } from './orders/forget-customer.ts'
import { StartRefusal } from './refusal.ts'
import type { Storefront } from './storefront.ts'

/** Old answers to idempotency keys and sessions that are over are forgotten this often. */
const forgetEveryMs = 60 * 60 * 1_000

/** A shop that is open: its API and, unless switched off, its storefront, on one port. */
export interface Shop {
  readonly port: number
  readonly app: Express
  readonly database: Database
  readonly stockFeed: StockFeed
  /** Takes no more requests, answers those under way, ends the streams, and closes the database. */
  close(): Promise<void>
}

/**
 * Opens the shop: database, migrations, sample catalog, API, storefront.
 *
 * @throws StartRefusal when the database or the address cannot be used
 */
export async function openShop(config: Config, log: Logger): Promise<Shop> {
  const database = await openMigrated(config)
  try {
    return await openDoors(config, log, database)
  } catch (error) {
    await database.close()
    throw error
  }
}

async function openMigrated(config: Config): Promise<Database> {
  let database: Database | undefined
  try {
    database = openDatabase(config.database)
    await migrate(database)
    return database
  } catch (error) {
    await database?.close()
    throw databaseRefusal(error)
  }
}

/** An error with a code comes from the database or the file system, and is the operator's to mend. */
function databaseRefusal(error: unknown): unknown {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (typeof code !== 'string') return error
  return new StartRefusal(`DATABASE_URL: the database cannot be opened: ${message || code}`, { cause: error })
}

async function openDoors(config: Config, log: Logger, database: Database): Promise<Shop> {
  const cartNews = createCartNews(database, (error) => {
    log.warn({ err: error }, 'a change of a cart was not shared with other processes')
  })
  const cartStreams = createCartStreams(database.db, cartNews, (error) => {
    log.warn({ err: error }, 'a page was let go because its cart could not be read')
  })
  const accounts = openAccounts(config, log, database, (id) => cartStreams.closeOf(id))
  await makeAdministrator(config, log, accounts)
  const stockFeed = createStockFeed(await readCatalogRevision(database.db))
  if (config.sampleData) await fillEmptyShop(database, stockFeed)
  const sharing = await shareStock(database, stockFeed, (error) => {
    log.warn({ err: error }, 'a change was not shared with other processes; the next poll heals it')
  })
  const stockStreams = await createStockStreams(database.db, stockFeed, (error) => {
    log.warn({ err: error }, 'pages were let go because the stock could not be read')
  })
  const app = createApp({
    database,
    stockFeed,
    stockStreams,
    cartNews,
    cartStreams,
    accounts,
    trustedProxies: config.trustedProxies,
    changesPerSecond: config.changesPerSecond,
    metricsToken: config.metricsToken,
    log,
  })
  const server = createLimitedServer(app)
  const opening = Promise.withResolvers<Storefront>()
  // The storefront opens a moment after the API it asks: whoever comes in between waits.
  if (config.storefront) app.use(async (req, res, next) => (await opening.promise).handle(req, res, next))
  const port = await listen(server, config.port, config.host)
  // Next is loaded for those who show its pages alone.
  const storefront = config.storefront
    ? await (await import('./storefront.ts')).openStorefront(config, port, server)
    : undefined
  if (storefront) {
    const { pages } = storefront
    stockFeed.subscribe(({ changes }) => (changes.some(isCatalogEvent) ? pages.forget() : pages.stockMoved()))
    opening.resolve(storefront)
  }
  const forgetting = setInterval(() => {
    const now = new Date()
    forgetAnswers(database, now)
      .then(() => forgetExpired(database, now))
      .catch((error) => log.error({ err: error }, 'what is too old was not forgotten'))
  }, forgetEveryMs)

  return {
    port,
    app,
    database,
    stockFeed,
    async close() {
      clearInterval(forgetting)
      sharing.close()
      stockStreams.close()
      cartStreams.close()
      await closeServer(server)
      await storefront?.close()
      accounts.mailer.close()
      await database.close()
    },
  }
}

/**
 * People, their sessions and their tokens, over the shop's database.
 *
 * @param onDeleted told of an account that was deleted
 * @throws StartRefusal when there is no secret
 */
export function openAccounts(
  config: Config,
  log: Logger,
  database: Database,
  onDeleted: (customerId: string) => void = () => {},
): Accounts {
  return createAccounts({
    database,
    secret: config.authSecret ?? secretBeside(config),
    publicUrl: config.publicUrl,
    mailer: openMailer(config, log),
    log,
    async forget(tx, customerId) {
      await forgetCustomer(tx, customerId)
      await forgetCart(tx, customerId)
      tx.afterCommit(() => onDeleted(customerId))
    },
  })
}

/** Processes that share a database share the secret too, so only a file's can be made here. */
function secretBeside({ database }: Config): string {
  if ('file' in database) return keptSecret(database.file)
  throw new StartRefusal(
    'AUTH_SECRET: is not set; with PostgreSQL expected at least 32 characters, the same for every process',
  )
}

function openMailer(config: Config, log: Logger): Mailer {
  if (config.mail) return createSmtpMailer(config.mail.smtpUrl, config.mail.from)
  if (config.mailbox) return createKeepingMailer()
  return createMissingMailer(() => log.warn('a mail was not sent: set SMTP_URL and MAIL_FROM'))
}

async function makeAdministrator({ administrator }: Config, log: Logger, accounts: Accounts): Promise<void> {
  if (!administrator) return
  const made = await createAdministrator(accounts, administrator.email, administrator.password)
  if (made === 'belongs to a customer') {
    log.warn(
      "ADMIN_EMAIL belongs to a customer's account, and anybody may have signed up with it: only if you know that this account is yours, make it an administrator's with npm run admin -- promote; otherwise set a new password first, by mail",
    )
  }
}
