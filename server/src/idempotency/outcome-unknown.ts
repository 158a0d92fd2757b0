import { Refusal } from '../refusal.ts'

/** For whoever cannot be told whether what he asked for took place. With its key, our own if need be, he can ask again. */
export function outcomeUnknown(key: string, cause: unknown): Refusal {
  const detail =
    'It is not known yet whether this took place. ' +
    `Send the same again with the header "Idempotency-Key: ${key}": it is done once, and answered with what became of it.`
  return new Refusal('unavailable', detail, { retryAfterSeconds: 2, cause })
}
