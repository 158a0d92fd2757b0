'use client'

import { useEffect, useState } from 'react'
import { offlineTexts } from '#messages/offline.ts'
import { Button } from '../../components/button.tsx'
import { listCategories } from '../../lib/api.ts'
import { nextPath } from '../../lib/next-path.ts'
import { useCart } from './cart-store.ts'
import type { CartLine } from './lines.ts'

/** How often it is tried whether the shop can be reached again, where the browser does not tell. */
const tryEveryMs = 5_000

/** What can be shown without a connection: the cart. Goes back to the page that was wanted as soon as there is one. */
export function OfflineCart() {
  const lines = useCart((state) => state.lines)
  const [trying, setTrying] = useState(false)
  useEffect(() => {
    const events = new AbortController()
    const goBack = (): void => void goBackIfReachable()
    addEventListener('online', goBack, { signal: events.signal })
    const timer = setInterval(goBack, tryEveryMs)
    goBack()
    return () => {
      events.abort()
      clearInterval(timer)
    }
  }, [])
  return (
    <>
      <p className="mt-4 max-w-xl text-lg text-soft">
        {offlineTexts.unreachable} {lines.length > 0 && offlineTexts.cartIsSafe}
      </p>
      <Button
        look="quiet"
        className="mt-6"
        disabled={trying}
        onClick={async () => {
          setTrying(true)
          await goBackIfReachable()
          setTrying(false)
        }}
      >
        {trying && <span aria-hidden className="spinner" />}
        {offlineTexts.tryNow}
      </Button>
      {lines.length > 0 && (
        <section aria-labelledby="kept" className="mt-12 max-w-xl">
          <h2 id="kept" className="text-2xl">
            {offlineTexts.inYourCart}
          </h2>
          <ul className="mt-4 border-line border-t">
            {lines.map((line) => (
              <OfflineLine key={line.productId} line={line} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function OfflineLine({ line: { name, quantity } }: { line: CartLine }) {
  return (
    <li className="flex items-baseline justify-between gap-4 border-line border-b py-4">
      <h3 className="text-lg wrap-anywhere">{name || offlineTexts.aProduct}</h3>
      <p className="text-sm text-soft tabular-nums">{offlineTexts.pieces(quantity)}</p>
    </li>
  )
}

async function goBackIfReachable(): Promise<void> {
  const isReachable = await listCategories().then(
    () => true,
    () => false,
  )
  if (isReachable) location.replace(nextPath(new URLSearchParams(location.search).get('from') ?? '/') ?? '/')
}
