import { accountTexts } from '#messages/accounts.tsx'
import { notify } from '../../components/notify.ts'
import { deleteAccount, signOut, signOutEverywhere } from '../../lib/account-api.ts'
import { session } from '../../lib/session.ts'
import { flushKeptCart } from '../cart/follow-kept-cart.ts'

/**
 * Signs out on this device, in all its tabs, or on every device.
 *
 * @throws NoAnswer when the shop could not be reached: then nobody is signed out
 */
export async function leave({ everywhere } = { everywhere: false }): Promise<void> {
  await flushKeptCart()
  await (everywhere ? signOutEverywhere() : signOut())
  session.end()
  notify({
    title: everywhere ? accountTexts.signedOutEverywhere : accountTexts.signedOut,
    description: accountTexts.cartIsKept,
  })
}

/** @throws Refusal `invalid_credentials`, `too_many_requests` */
export async function leaveForGood(password: string): Promise<void> {
  await deleteAccount(password)
  session.end()
  notify({ title: accountTexts.accountDeleted })
}
