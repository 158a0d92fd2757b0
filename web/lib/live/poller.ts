/** Also how long there must have been no stream before the first time. */
const everyMs = 5_000
const everyMaxMs = 30_000

export interface PollerOptions {
  /** Asks once and takes in the answer. */
  ask(): Promise<void>
  /** Told after each try. */
  onAsked(answered: boolean): void
}

/** Asks every few seconds, in place of a stream that does not come through. */
export interface Poller {
  /** Begins a moment later, unless it is stopped by then. */
  start(): void
  stop(): void
  /** Asks now, if it has begun. */
  hurry(): void
}

export function createPoller({ ask, onAsked }: PollerOptions): Poller {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isRunning = false
  let isAsking = false
  let failures = 0

  async function askNow(): Promise<void> {
    clearTimeout(timer)
    isAsking = true
    const answered = await ask().then(
      () => true,
      () => false,
    )
    isAsking = false
    if (!isRunning) return
    failures = answered ? 0 : failures + 1
    timer = setTimeout(askNow, pauseMsAfter(failures))
    onAsked(answered)
  }

  return {
    start() {
      if (isRunning) return
      isRunning = true
      timer = setTimeout(askNow, pauseMsAfter(0))
    },
    stop() {
      clearTimeout(timer)
      isRunning = false
      failures = 0
    },
    hurry() {
      if (isRunning && !isAsking) void askNow()
    },
  }
}

/** Spread out, so that pages which lost their streams together do not ask together. */
function pauseMsAfter(failures: number): number {
  return Math.min(everyMaxMs, everyMs * 2 ** failures) * (0.75 + Math.random() / 2)
}
