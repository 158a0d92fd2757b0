import type { Logger } from 'pino'
import type { Database } from '../database/database.ts'
import type { Transaction } from '../database/transaction.ts'
import { createThrottle, type Throttle } from '../http/throttle.ts'
import type { Mailer } from '../mail/mailer.ts'
import { type Auth, createAuth } from './better-auth.ts'
import { resetLinkMail } from './mails.ts'
import { deleteLinksOf, deleteSessionsOf } from './queries.ts'
import { createSharedThrottle } from './shared-throttle.ts'
import { createTokens, type Tokens } from './tokens.ts'

/** Tries to sign in to one e-mail address, or to sign up with it, or of one session: until one succeeds. */
const triesOfAccount = { points: 10, seconds: 15 * 60 }
/** Tries from one sender, who may be a whole household, office or café. */
const triesOfSender = { points: 120, seconds: 60 }
/** Mails that one e-mail address can be made to get, and one sender can cause. */
const mailsToAccount = { points: 3, seconds: 60 * 60 }
const mailsOfSender = { points: 20, seconds: 60 * 60 }

interface Options {
  readonly database: Database
  readonly secret: string
  readonly publicUrl: string
  readonly mailer: Mailer
  readonly log: Logger
  /** Takes a person out of what the other features keep, in the transaction that deletes the account. */
  forget(tx: Transaction, customerId: string): Promise<void>
}

/** What the verbs of this feature work with. */
export interface Accounts {
  readonly database: Database
  readonly auth: Auth
  readonly tokens: Tokens
  readonly mailer: Mailer
  readonly log: Logger
  readonly publicUrl: string
  readonly forget: Options['forget']
  readonly throttles: Readonly<
    Record<'account' | 'sender' | 'mailAccount' | 'mailSender' | 'mailOwner', Throttle>
  >
}

export function createAccounts({ database, secret, publicUrl, mailer, log, forget }: Options): Accounts {
  const throttles = {
    // In each process: it stands before the database, which a flood must not reach.
    sender: createThrottle(triesOfSender),
    account: createSharedThrottle(database, 'account', triesOfAccount),
    mailAccount: createSharedThrottle(database, 'mail to account', mailsToAccount),
    mailSender: createSharedThrottle(database, 'mail of sender', mailsOfSender),
    // Apart from the links, which nobody else's sign-ups may use up.
    mailOwner: createSharedThrottle(database, 'mail to owner', mailsToAccount),
  }
  const auth = createAuth({
    database,
    secret,
    publicUrl,
    log,
    sendResetLink: (email, token) => mailer.send(resetLinkMail(email, publicUrl, token)),
    async onReset({ id, email }) {
      await deleteSessionsOf(database.db, id)
      await deleteLinksOf(database.db, id)
      await throttles.account.forgive(email)
    },
  })
  const tokens = createTokens(auth, database.db)
  return { database, auth, tokens, mailer, log, publicUrl, forget, throttles }
}
