import { isRefusal } from './api-errors.ts'
import { notSignedIn } from './not-signed-in.ts'
import type { Session } from './session.ts'

/** A token is not used any more this long before it ends, so that it does not end on the way. */
const marginMs = 30_000
/** Where the browser's clock is far ahead, a token that seems to be over is used at least this long. */
const usedAtLeastMs = 60_000

export interface FetchedToken {
  token: string
  expiresAt: string
}

interface Options {
  session: Session
  fetchToken(): Promise<FetchedToken>
  now?: () => number
}

/** The access tokens of whoever is signed in, in memory alone: fetched when one is needed, and by one call at a time. */
export interface AccessTokens {
  /** @throws Refusal `not_signed_in` when it is not, or not any more, this shopper who is signed in */
  tokenOf(shopper: string): Promise<string>
  /** Another one in place of a token that the shop did not take. */
  renew(shopper: string, refused: string): Promise<string>
}

export function createAccessTokens({ session, fetchToken, now = Date.now }: Options): AccessTokens {
  let kept: { token: string; shopper: string; freshUntil: number } | undefined
  let fetching: Promise<void> | undefined
  session.subscribe(() => {
    kept = undefined
  })

  async function tokenOf(shopper: string): Promise<string> {
    if (session.shopper() !== shopper) throw notSignedIn()
    if (kept?.shopper !== shopper || kept.freshUntil <= now()) {
      fetching ??= fetchNext().finally(() => {
        fetching = undefined
      })
      await fetching
    }
    if (kept?.shopper === shopper && session.shopper() === shopper) return kept.token
    throw notSignedIn()
  }

  async function fetchNext(): Promise<void> {
    const believed = session.shopper()
    try {
      const { token, expiresAt } = await fetchToken()
      const shopper = subjectOf(token)
      // Somebody else signed in meanwhile: the cookie decides. A note that is gone stays gone, for it was a sign-out.
      if (session.shopper() !== undefined && session.shopper() !== shopper) session.begin(shopper)
      const freshUntil = Math.max(Date.parse(expiresAt) - marginMs, now() + usedAtLeastMs)
      kept = { token, shopper, freshUntil }
    } catch (error) {
      if (isRefusal(error, 'not_signed_in') && session.shopper() === believed) session.end({ over: true })
      throw error
    }
  }

  return {
    tokenOf,
    renew(shopper, refused) {
      if (kept?.token === refused) kept = undefined
      return tokenOf(shopper)
    },
  }
}

/** Whose token it is (RFC 7519, 4.1.2). It is the server that verifies it; here it only prevents a mix-up. */
function subjectOf(token: string): string {
  const payload = token.split('.')[1] ?? ''
  const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0),
  )
  return String(JSON.parse(new TextDecoder().decode(bytes)).sub)
}
