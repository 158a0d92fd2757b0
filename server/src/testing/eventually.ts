import { vi } from 'vitest'

/** A busy machine is slow, not wrong. */
const patienceMs = 30_000

/** Asks over and over until `check` throws no more, and returns what it returned then. */
export function eventually<T>(
  check: () => T | Promise<T>,
  options: Parameters<typeof vi.waitFor>[1] = patienceMs,
): Promise<T> {
  return vi.waitFor(check, options)
}
