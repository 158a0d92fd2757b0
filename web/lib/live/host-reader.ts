import { type Candidacy, type Locks, runForLeader } from './leadership.ts'
import type { Reader } from './reader.ts'

const lockName = 'onhand-stock-stream'

/** Runs the reader here as soon as nobody else in this browser does; without locks, at once. */
export function hostReader(locks: Locks | undefined, open: () => Reader): Candidacy {
  if (locks) return runForLeader(locks, lockName, () => open().close)
  const reader = open()
  return { takeOver() {}, withdraw: () => reader.close() }
}

/** The browser's locks, which it keeps from pages that were not served over HTTPS. */
export function browserLocks(): Locks | undefined {
  return 'locks' in navigator ? navigator.locks : undefined
}
