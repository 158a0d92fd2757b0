/** What is needed of `navigator.locks`. */
export interface Locks {
  request(
    name: string,
    options: { signal?: AbortSignal; steal?: boolean },
    callback: () => Promise<void>,
  ): Promise<unknown>
}

export interface Candidacy {
  /** Takes the leadership from a page that no longer answers. */
  takeOver(): void
  /** Gives it up, or stops waiting for it. */
  withdraw(): void
}

/**
 * Waits to become the one leader among all pages of this browser that use the same name, and queues again when
 * another page took over. The lock goes to the next page as soon as the leader is closed, crashes or withdraws.
 *
 * @param lead called on becoming the leader; what it returns is called when that ends
 */
export function runForLeader(locks: Locks, name: string, lead: () => () => void): Candidacy {
  let withdrawn = false
  let waiting: AbortController | undefined
  let stopLeading: (() => void) | undefined

  async function request(options: { signal?: AbortSignal; steal?: boolean }): Promise<void> {
    let stopMine: (() => void) | undefined
    const hold = (): Promise<void> =>
      new Promise((release) => {
        waiting = undefined
        const stepDown = withdrawn ? undefined : lead()
        stopMine = () => {
          stopMine = undefined
          stopLeading = undefined
          stepDown?.()
          release()
        }
        stopLeading = stopMine
        if (withdrawn) stopMine()
      })
    // A request fails when its waiting is called off, or when another page takes over from us.
    await locks.request(name, options, hold).catch(() => undefined)
    if (!stopMine) return
    stopMine()
    queue()
  }

  function queue(): void {
    waiting = new AbortController()
    void request({ signal: waiting.signal })
  }

  queue()

  return {
    takeOver() {
      if (stopLeading || withdrawn) return
      waiting?.abort()
      void request({ steal: true })
    },
    withdraw() {
      withdrawn = true
      waiting?.abort()
      stopLeading?.()
    },
  }
}
