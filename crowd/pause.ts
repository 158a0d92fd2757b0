/** Everybody who waits until a signal. One listener wakes them all: a signal with thousands of them is slow. */
const sleepers = new WeakMap<AbortSignal, Set<() => void>>()

/** Waits, or less when the signal says to stop; it never throws. */
export function pause(durationMs: number, stop: AbortSignal): Promise<void> {
  if (stop.aborted) return Promise.resolve()
  const sleeping = sleepers.get(stop) ?? listen(stop)
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer)
      sleeping.delete(wake)
      resolve()
    }
    const timer = setTimeout(wake, durationMs)
    sleeping.add(wake)
  })
}

function listen(stop: AbortSignal): Set<() => void> {
  const sleeping = new Set<() => void>()
  sleepers.set(stop, sleeping)
  stop.addEventListener('abort', () => {
    for (const wake of sleeping) wake()
  })
  return sleeping
}
