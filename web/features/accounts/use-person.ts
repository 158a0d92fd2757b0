'use client'

import type { Person } from '@onhand/contract/accounts'
import { useQuery } from '@tanstack/react-query'
import { useHydrated } from '../../components/use-hydrated.ts'
import { session } from '../../lib/session.ts'
import { useShopper } from '../../lib/use-session.ts'

export type KnownPerson =
  | { state: 'loading' }
  | { state: 'guest' }
  | { state: 'unreachable'; retry: () => void }
  | { state: 'known'; person: Person }

export function personKey(shopper: string | undefined): readonly unknown[] {
  return ['shopper', shopper, 'person']
}

/**
 * Whoever is signed in.
 *
 * @param certain asks the shop even where nobody seems to be signed in; for pages that are about accounts
 */
export function usePerson({ certain } = { certain: false }): KnownPerson {
  const shopper = useShopper()
  const hydrated = useHydrated()
  const query = useQuery({
    queryKey: personKey(shopper),
    queryFn: readPerson,
    enabled: hydrated && (certain || shopper !== undefined),
  })
  if (query.data) return { state: 'known', person: query.data }
  if (query.isError) return { state: 'unreachable', retry: () => void query.refetch() }
  if (hydrated && (query.isSuccess || !(certain || shopper !== undefined))) return { state: 'guest' }
  return { state: 'loading' }
}

/** The shop is right, whatever this browser has noted. */
async function readPerson(): Promise<Person | null> {
  const { readSession } = await import('../../lib/account-api.ts')
  const believed = session.shopper()
  const person = await readSession()
  // Somebody signed in or out meanwhile, so the answer may be of before.
  if (session.shopper() !== believed) return person
  if (person) session.begin(person.id)
  else session.end({ over: true })
  return person
}
