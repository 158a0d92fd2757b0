import { performance } from 'node:perf_hooks'

/** One Ctrl-C may arrive twice: from the terminal, and passed on by npm. */
const sameCtrlCMs = 500

/** Two ways to end before the time. */
export interface Stops {
  /** Shopping is to end, and what was seen to be compared. */
  readonly shopping: AbortSignal
  /** Everything is to end. */
  readonly now: AbortSignal
}

/** The first Ctrl-C ends the shopping, the second everything. */
export function listenForCtrlC(): Stops {
  const shopping = new AbortController()
  const now = new AbortController()
  let firstAtMs: number | undefined
  function stop(): void {
    firstAtMs ??= performance.now()
    shopping.abort()
    if (performance.now() - firstAtMs > sameCtrlCMs) now.abort()
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  return { shopping: shopping.signal, now: now.signal }
}
