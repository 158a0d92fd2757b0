import { NoAnswer } from './api-errors.ts'

/**
 * Sends a request to the API.
 *
 * @throws NoAnswer when no answer arrived
 */
export async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(apiBase() + path, { cache: 'no-store', ...init })
  } catch (cause) {
    throw new NoAnswer(`The shop could not be reached for ${path}.`, { cause })
  }
}

/** Where the API is: in a browser, worker or page, its own origin, on the server wherever it was told. */
function apiBase(): string {
  if (typeof location !== 'undefined') return location.origin
  return process.env.API_URL ?? `http://127.0.0.1:${process.env.PORT ?? 3000}`
}

/** @throws NoAnswer when the body broke off, or is no JSON */
export async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch (cause) {
    throw new NoAnswer('The answer broke off.', { cause })
  }
}

/** How long the shop asks to be left alone, in milliseconds. */
export function retryAfterOf(response: Response): number | undefined {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined
}
