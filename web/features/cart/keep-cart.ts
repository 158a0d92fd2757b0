import type { CappedLine, CartMergeReply, Cart as KeptCart } from '@onhand/contract/cart'
import type { CheckoutItem } from '@onhand/contract/checkout'
import { isRefusal, NoAnswer, Refusal } from '../../lib/api-errors.ts'
import { randomId } from '../../lib/random-id.ts'
import type { Merging } from './cart-storage.ts'
import type { Cart } from './cart-store.ts'
import { type CartLines, isSame, itemsOf, largerOf, linesOf, rebased } from './lines.ts'

/** Several changes within this time are sent as one. */
const gatherMs = 300
const retryFirstMs = 1_000
const retryMaxMs = 30_000
/** The shop knows a key for at least so long. */
const keyKnownMs = 24 * 60 * 60 * 1_000

interface Options {
  shopper: string
  cart: Cart
  shop: {
    read(): Promise<KeptCart>
    replace(items: CheckoutItem[]): Promise<KeptCart>
    /** The same key and items are merged once. */
    merge(items: CheckoutItem[], key: string): Promise<CartMergeReply>
  }
  /** Lets one page of the browser act at a time: two that merge the same guest's cart would double it. */
  alone(act: () => Promise<void>): Promise<void>
  /** Some of a guest's cart did not fit. */
  onCapped(lines: CappedLine[]): void
  /** The shop did not take the cart as it was; the one that it keeps is shown again. */
  onRefused(refusal: Refusal): void
}

/** Keeps this browser's cart and the one that the shop keeps for a shopper the same. */
export interface CartKeeping {
  /** Makes both the same now: sends what was changed here, else asks what was changed elsewhere. */
  sync(): Promise<void>
  /** Sends now what was changed here, if anything was. */
  flush(): Promise<void>
  /** The shop told of a change, by whichever device. */
  hear(kept: KeptCart): void
  stop(): void
}

/**
 * Begins to keep the cart. A guest's cart is merged into the kept one first. Of the kept cart, the higher version is
 * true; a change made here is sent whole, after a failure again, and of two devices the last to change it wins.
 */
export function keepCart({ shopper, cart, shop, alone, onCapped, onRefused }: Options): CartKeeping {
  let stopped = false
  let running: Promise<void> | undefined
  let wantedAgain = false
  let failures = 0
  let retryAfterMs = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  /** What was heard while a change of this page was on its way. */
  let heard: KeptCart | undefined

  const stopListening = cart.onChange(() => schedule(gatherMs))

  function sync(): Promise<void> {
    clearTimeout(timer)
    if (stopped) return Promise.resolve()
    wantedAgain = running !== undefined
    running ??= run().finally(() => {
      running = undefined
      if (failures > 0) schedule(Math.max(retryDelayMs(failures), retryAfterMs))
      else if (wantedAgain || isChanged()) schedule(0)
    })
    return running
  }

  async function run(): Promise<void> {
    try {
      await alone(takeTurn)
      failures = 0
    } catch (error) {
      failures += 1
      retryAfterMs = askedToWaitMs(error)
      if (error instanceof Refusal && !isWorthRetrying(error)) await takeItFromTheShop(error)
    }
  }

  async function takeTurn(): Promise<void> {
    if (stopped) return
    const { lines, kept } = cart.read()
    if (kept?.shopper !== shopper) await begin(kept === undefined ? lines : [])
    else if (kept.state === 'merging') await goOnMerging(kept.merging)
    else if (kept.state === 'changed') await send(lines)
    else hear(await shop.read())
  }

  /** @param lines a guest's, never those of another shopper */
  async function begin(lines: CartLines): Promise<void> {
    const found = await shop.read()
    if (stopped) return
    if (lines.length === 0) return takeOver(found)
    const merging = { key: randomId(), beganMs: Date.now(), lines }
    // Noted first: were the answer lost, the same is sent again with its key, by this page or the next.
    cart.replace(cart.lines(), { shopper, version: found.version, state: 'merging', merging })
    await merge(merging)
  }

  async function goOnMerging(merging: Merging): Promise<void> {
    if (Date.now() - merging.beganMs > keyKnownMs) return mergeUnknown(merging)
    await merge(merging)
    // The answer may be one of before, and the cart another since.
    hear(await shop.read())
  }

  /** Nobody knows any more whether it was merged: with the larger of both, nothing is lost and nothing doubled. */
  async function mergeUnknown({ lines: sent }: Merging): Promise<void> {
    const found = await shop.read()
    if (stopped) return
    const { lines } = cart.read()
    const larger = largerOf(linesOf(found.items, lines), sent)
    cart.replace(rebased(larger, sent, lines), { shopper, version: found.version, state: 'changed' })
  }

  async function merge({ key, lines }: Merging): Promise<void> {
    const { capped, ...merged } = await shop.merge(itemsOf(lines), key)
    if (stopped) return
    settle(merged, lines)
    if (capped.length > 0) onCapped(capped.map((line) => ({ ...line, name: nameOf(line, lines) })))
  }

  async function send(lines: CartLines): Promise<void> {
    const now = await shop.replace(itemsOf(lines))
    if (stopped) return
    settle(now, lines)
  }

  /** The shop has it now; what was changed here since it was sent is still to be sent. */
  function settle(now: KeptCart, sent: CartLines): void {
    const { lines } = cart.read()
    const newest = heard && heard.version > now.version ? heard : now
    heard = undefined
    if (isSame(lines, sent)) {
      takeOver(newest)
      return
    }
    const changed = rebased(linesOf(now.items, lines), sent, lines)
    cart.replace(changed, { shopper, version: now.version, state: 'changed' })
  }

  function takeOver({ items, version }: KeptCart): void {
    cart.replace(linesOf(items, cart.read().lines), { shopper, version, state: 'same' })
  }

  function hear(told: KeptCart): void {
    const { kept } = cart.read()
    if (stopped || kept?.shopper !== shopper) return
    if (kept.state === 'same' && told.version > kept.version) takeOver(told)
    if (kept.state !== 'same' && told.version > (heard?.version ?? 0)) heard = told
  }

  /** What the shop does not take as it is would never be taken. */
  async function takeItFromTheShop(refusal: Refusal): Promise<void> {
    if (stopped || isRefusal(refusal, 'not_signed_in')) return
    const found = await shop.read().catch(() => undefined)
    if (stopped || !found) return
    failures = 0
    takeOver(found)
    onRefused(refusal)
  }

  function schedule(ms: number): void {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => void sync(), ms)
  }

  function isChanged(): boolean {
    const { kept } = cart.read()
    return !stopped && kept?.shopper === shopper && kept.state === 'changed'
  }

  return {
    sync,
    async flush() {
      await running
      if (isChanged()) await sync()
    },
    hear,
    stop() {
      stopped = true
      clearTimeout(timer)
      stopListening()
    },
  }
}

function isWorthRetrying({ problem: { status } }: Refusal): boolean {
  return status >= 500 || status === 429 || status === 401
}

/** The shop has no name for what it does not sell any more. */
function nameOf({ productId, name }: CappedLine, lines: CartLines): string {
  return lines.find((line) => line.productId === productId)?.name || name
}

function askedToWaitMs(error: unknown): number {
  return error instanceof Refusal || error instanceof NoAnswer ? (error.retryAfterMs ?? 0) : 0
}

function retryDelayMs(failures: number): number {
  return Math.min(retryMaxMs, retryFirstMs * 2 ** (failures - 1))
}
