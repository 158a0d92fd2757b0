import { session } from '../../lib/session.ts'
import { cart } from './cart-store.ts'
import type { StartedKeeping } from './start-keeping.ts'

let keeping: Promise<StartedKeeping> | undefined

/** Keeps the cart in the account for as long as somebody is signed in. Returns a function that ends it. */
export function followKeptCart(): () => void {
  const stopListening = session.subscribe(({ here }) => {
    stop()
    // One tab is enough: another, asleep until then, could empty what a guest has put in since.
    if (here) leaveNothingOfOthers()
    begin()
  })
  leaveNothingOfOthers()
  begin()
  return () => {
    stopListening()
    stop()
  }
}

/** Sends what was changed and not sent yet; to be called before signing out. */
export async function flushKeptCart(): Promise<void> {
  await (await keeping)?.flush()
}

function begin(): void {
  const shopper = session.shopper()
  // Loaded on need: a guest's page does without.
  if (shopper !== undefined)
    keeping = import('./start-keeping.ts').then(({ startKeeping }) => startKeeping(shopper))
}

function stop(): void {
  void keeping?.then((started) => started.stop())
  keeping = undefined
}

function leaveNothingOfOthers(): void {
  const { kept } = cart.read()
  if (kept && kept.shopper !== session.shopper()) cart.replace([])
}
