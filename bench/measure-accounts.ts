import { compare, type Side } from './compare.ts'
import type { Row } from './row.ts'
import { runServer } from './run-server.ts'
import { checkoutLoad, productIdsOf } from './shop-side.ts'
import { withTemporaryFolder } from './temporary-folder.ts'

/** Checkouts of somebody who is signed in beside a guest's: a remembered token costs one look into a map. */
export function signedInRow(): Promise<Row[]> {
  return withTemporaryFolder(async (folder) => {
    const shop = await runServer('shop.ts', [`file:${folder}/onhand.db`])
    const load = checkoutLoad(await productIdsOf(shop.url), 2)
    const guest: Side = { url: shop.url, load }
    const token = await tokenOf(shop.url)
    const shopper: Side = { url: shop.url, load: { ...load, headers: { authorization: `Bearer ${token}` } } }
    const names = { name: 'checkout, signed in', limitName: 'as a guest', target: 0.9 }
    const row = await compare(names, shopper, guest)
    await shop.stop()
    return [row]
  })
}

/** Signs up, and fetches an access token, which lasts longer than a measurement. */
async function tokenOf(url: string): Promise<string> {
  const made = await fetch(`${url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'bench@example.org', password: 'a password of the bench' }),
  })
  const cookie = made.headers.getSetCookie().map((one) => one.split(';')[0])
  const issued = await fetch(`${url}/api/auth/token`, { headers: { Cookie: cookie.join('; ') } })
  return ((await issued.json()) as { token: string }).token
}
