/** Lets the browser keep the offline page, once the first page is done with everything else. Returns what calls it off. */
export function registerServiceWorker(): () => void {
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return () => {}
  const events = new AbortController()
  // An extra: where it is not allowed, the shop does without.
  const register = (): void => void navigator.serviceWorker.register('/service-worker.js').catch(() => {})
  const whenIdle = (): void => {
    if ('requestIdleCallback' in window) requestIdleCallback(register)
    else setTimeout(register, 2_000)
  }
  if (document.readyState === 'complete') whenIdle()
  else addEventListener('load', whenIdle, { once: true, signal: events.signal })
  return () => events.abort()
}
