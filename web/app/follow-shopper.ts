import type { QueryClient } from '@tanstack/react-query'
import { sessionTexts } from '#messages/session.ts'
import { notify } from '../components/notify.ts'
import { keepTypedEmail } from '../features/accounts/typed-email.ts'
import { forgetSeen } from '../features/catalog/seen-products.ts'
import { forgetShoppersAttempt } from '../features/checkout/forget-attempt.ts'
import { emptyContact, keepContact } from '../features/checkout/typed-contact.ts'
import { followSession, session } from '../lib/session.ts'
import { sharedStorage } from '../lib/text-storage.ts'

/** Whoever leaves leaves nothing of theirs behind, in any tab. Returns a function that ends it. */
export function followShopper(queryClient: QueryClient): () => void {
  const stopListening = session.subscribe(({ here, over }) => {
    if (session.shopper() !== undefined) return
    queryClient.removeQueries({ queryKey: ['shopper'] })
    keepTypedEmail('')
    keepContact(emptyContact)
    forgetSeen()
    // A session that is over by itself may be begun again, to ask what became of an order.
    if (here && !over) forgetShoppersAttempt(sharedStorage)
    if (over) {
      notify({
        title: sessionTexts.signedOutTitle,
        description: sessionTexts.signedOut,
        lasting: true,
      })
    }
  })
  const stopFollowing = followSession()
  return () => {
    stopListening()
    stopFollowing()
  }
}
