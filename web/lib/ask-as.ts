import type * as z from 'zod/mini'
import { createAccessTokens } from './access-tokens.ts'
import { isRefusal } from './api-errors.ts'
import { ask, openStream } from './ask.ts'
import { session } from './session.ts'

const accessTokens = createAccessTokens({
  session,
  // Loaded on need: a guest's page does without everything about accounts.
  fetchToken: async () => (await import('./account-api.ts')).fetchToken(),
})

/**
 * Asks the API as a shopper, or, without one, as a guest. A token that is not taken is renewed once.
 *
 * @throws Refusal `not_signed_in` when it is not, or not any more, this shopper who is signed in
 */
export async function askAs<T extends z.ZodMiniType>(
  shopper: string | undefined,
  schema: T,
  path: string,
  init?: RequestInit,
): Promise<z.infer<T>> {
  if (shopper === undefined) return ask(schema, path, init)
  return withRenewal(shopper, (token) => ask(schema, path, withToken(token, init)))
}

/**
 * Opens a stream of events for a shopper.
 *
 * @throws NoAnswer or Refusal when it cannot be opened now
 */
export function openStreamAs(shopper: string, path: string, init: RequestInit): Promise<Response> {
  return withRenewal(shopper, (token) => openStream(path, withToken(token, init)))
}

async function withRenewal<Answer>(
  shopper: string,
  call: (token: string) => Promise<Answer>,
): Promise<Answer> {
  const token = await accessTokens.tokenOf(shopper)
  try {
    return await call(token)
  } catch (error) {
    if (!isRefusal(error, 'invalid_token')) throw error
    return call(await accessTokens.renew(shopper, token))
  }
}

function withToken(token: string, init?: RequestInit): RequestInit {
  return {
    ...init,
    headers: { ...(init?.headers as Record<string, string>), Authorization: `Bearer ${token}` },
  }
}
