import { randomBytes } from 'node:crypto'
import { newPassword } from '@onhand/contract/accounts'
import { email } from '@onhand/contract/email'
import { pino } from 'pino'
import type { Accounts } from '../server/src/accounts/accounts.ts'
import { changeRole, createAdministrator, listAdministrators } from '../server/src/accounts/roles.ts'
import { readConfig } from '../server/src/config.ts'
import { migrate } from '../server/src/database/migrate.ts'
import { openDatabase } from '../server/src/database/open.ts'
import { openAccounts } from '../server/src/shop.ts'

const usage = `npm run admin -- create <e-mail>     makes an administrator; the password is ADMIN_PASSWORD, or made and printed
npm run admin -- promote <e-mail>    makes an account an administrator's, who knows its password: be sure whose it is
npm run admin -- demote <e-mail>     makes it a customer's
npm run admin -- list                names the administrators`

/** Says who holds the keys of the shop's database, whether the shop is open or not. */
async function main([verb = '', address]: readonly string[]): Promise<number> {
  const config = readConfig({ ...process.env, ADMIN_EMAIL: '', ADMIN_PASSWORD: '' })
  const needsAddress = ['create', 'promote', 'demote'].includes(verb)
  if (needsAddress !== (address !== undefined) || (!needsAddress && verb !== 'list')) {
    console.error(usage)
    return 2
  }
  const mailbox = address === undefined ? '' : readEmail(address)
  const database = openDatabase(config.database)
  try {
    await migrate(database)
    return await run(openAccounts(config, pino({ level: 'silent' }), database), verb, mailbox)
  } finally {
    await database.close()
  }
}

function readEmail(typed: string): string {
  const { success, data } = email.safeParse(typed)
  if (!success) throw new Error(`${JSON.stringify(typed)} is no e-mail address`)
  return data
}

async function run(accounts: Accounts, verb: string, address: string): Promise<number> {
  const { db } = accounts.database
  if (verb === 'create') return create(accounts, address)
  if (verb === 'list') {
    for (const { email: known, name } of await listAdministrators(db)) console.log(`${known}  ${name}`.trim())
    return 0
  }
  const role = verb === 'promote' ? 'admin' : 'customer'
  if (!(await changeRole(db, address, role))) throw new Error(`no account has the address ${address}`)
  console.log(`${address} is ${role === 'admin' ? 'an administrator' : 'a customer'} now.`)
  return 0
}

async function create(accounts: Accounts, address: string): Promise<number> {
  const given = process.env.ADMIN_PASSWORD
  if (given && !newPassword.safeParse(given).success) {
    throw new Error('ADMIN_PASSWORD: cannot be used; expected 8 to 128 characters')
  }
  const password = given || randomBytes(18).toString('base64url')
  const made = await createAdministrator(accounts, address, password)
  if (made === 'was administrator') {
    throw new Error(`${address} is an administrator already; the password stays as it is`)
  }
  if (made !== 'made') {
    throw new Error(
      `${address} has a customer's account already: promote it only if you know that this account is yours; otherwise set a new password first, by mail`,
    )
  }
  console.log(`${address} is an administrator.${given ? '' : ` The password, shown only here: ${password}`}`)
  return 0
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 2
}
