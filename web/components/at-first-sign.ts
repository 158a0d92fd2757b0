/** No touch is among them: it may be the beginning of a tap, which should be answered first. */
const signs = ['scroll', 'pointermove', 'keydown'] as const
/** How long a busy page may put it off. */
const idleMaxMs = 1_000
/** For browsers that do not tell when they are idle. */
const pauseMs = 200

/**
 * Calls `act` once, soon after somebody shows to be there: whoever scrolls, points or types. For what a page does
 * without while it comes alive, and nobody should wait for later. Returns a function that ends it.
 */
export function atFirstSign(act: () => void): () => void {
  const events = new AbortController()
  const onSign = (): void => {
    events.abort()
    if ('requestIdleCallback' in globalThis) requestIdleCallback(act, { timeout: idleMaxMs })
    else setTimeout(act, pauseMs)
  }
  for (const sign of signs) addEventListener(sign, onSign, { passive: true, signal: events.signal })
  return () => events.abort()
}
