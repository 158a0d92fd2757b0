import type { Attempt } from './attempt.ts'
import { type Outcome, placeOrder } from './place-order.ts'

interface Run {
  outcome: Promise<Outcome>
  retrying: boolean
  retryListeners: Set<() => void>
}

/** By the key of their attempts; a run goes on when the checkout is left. */
const runs = new Map<string, Run>()

/**
 * Sends an attempt until it is answered, or joins the run that this page has already begun for it, so that no two go
 * side by side.
 *
 * @param onRetry called when the first try had no answer, at once when that was before
 */
export function runOrder(attempt: Attempt, onRetry: () => void, place = placeOrder): Promise<Outcome> {
  const run = runs.get(attempt.key) ?? startRun(attempt, place)
  run.retryListeners.add(onRetry)
  if (run.retrying) onRetry()
  return run.outcome
}

/** True while this page sends the attempt. */
export function isRunning({ key }: Attempt): boolean {
  return runs.has(key)
}

function startRun(attempt: Attempt, place: typeof placeOrder): Run {
  const retryListeners = new Set<() => void>()
  const outcome = place(attempt, {
    onRetry() {
      run.retrying = true
      for (const listener of retryListeners) listener()
    },
  }).finally(() => runs.delete(attempt.key))
  const run: Run = { outcome, retrying: false, retryListeners }
  runs.set(attempt.key, run)
  return run
}
