'use client'

import type { Person } from '@onhand/contract/accounts'
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isOfSession, readSession } from './admin-api.ts'

export const sessionKey = ['admin', 'session'] as const

/** Who is signed in, asked again as soon as the shop refuses what only an administrator may do. */
export function useSession(): UseQueryResult<Person | null> {
  const queryClient = useQueryClient()
  useEffect(() => {
    const askAgain = (error: unknown): void => {
      if (isOfSession(error)) void queryClient.invalidateQueries({ queryKey: sessionKey })
    }
    const stops = [
      queryClient.getQueryCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'error') askAgain(event.action.error)
      }),
      queryClient.getMutationCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'error') askAgain(event.action.error)
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [queryClient])
  return useQuery({ queryKey: sessionKey, queryFn: readSession })
}
