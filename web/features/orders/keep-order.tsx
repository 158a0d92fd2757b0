'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useState } from 'react'
import { orderTexts } from '#messages/orders.tsx'
import { Button, ButtonLink } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { notify } from '../../components/notify.ts'
import { claimOrder } from '../../lib/api.ts'
import { isRefusal } from '../../lib/api-errors.ts'
import { withNext } from '../../lib/next-path.ts'
import { tabStorage } from '../../lib/text-storage.ts'
import { useShopper } from '../../lib/use-session.ts'
import { intendToKeep, takeIntentToKeep } from './keep-order-intent.ts'
import { orderKey, ordersKey } from './order-keys.ts'

interface KeepOrderProps {
  id: string
  /** Opens it as a guest's. */
  token: string
}

/** Makes a guest's order one's own: at once for whoever is signed in, else by way of a new account. */
export function KeepOrder({ id, token }: KeepOrderProps) {
  const router = useRouter()
  const queryClient = useQueryClient()
  const shopper = useShopper()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()

  async function keep(owner: string): Promise<void> {
    setBusy(true)
    setFailure(undefined)
    try {
      const order = await claimOrder(owner, id, token)
      queryClient.setQueryData(orderKey(owner, id), order)
      void queryClient.invalidateQueries({ queryKey: ordersKey(owner) })
      notify({ title: orderTexts.kept })
      router.replace(`/orders/${encodeURIComponent(id)}`)
    } catch (error) {
      setFailure(isRefusal(error, 'order_not_found') ? orderTexts.keptElsewhere : orderTexts.keepFailed)
      setBusy(false)
    }
  }

  const cameBack = useEffectEvent(() => {
    if (shopper !== undefined && takeIntentToKeep(tabStorage, id)) void keep(shopper)
  })
  useEffect(() => {
    if (shopper !== undefined) cameBack()
  }, [shopper])

  const here = `/orders/${encodeURIComponent(id)}?token=${encodeURIComponent(token)}`
  return (
    <section aria-label={orderTexts.keep} className="flex flex-col items-start gap-4">
      {shopper === undefined ? (
        <ButtonLink href={withNext('/sign-up', here)} onClick={() => intendToKeep(tabStorage, id)}>
          {orderTexts.keepInAnAccount}
        </ButtonLink>
      ) : (
        <Button disabled={busy} onClick={() => void keep(shopper)}>
          {busy && <span aria-hidden className="spinner" />}
          {orderTexts.keepInYourAccount}
        </Button>
      )}
      {failure !== undefined && <Notice title={failure} />}
    </section>
  )
}
