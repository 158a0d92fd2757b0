'use client'

import type { Person } from '@onhand/contract/accounts'
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onRefusedEntry, readSession } from './admin-api.ts'

export const sessionKey = ['admin', 'session'] as const

/** Who is signed in, asked again as soon as the shop refuses what only an administrator may do. */
export function useSession(): UseQueryResult<Person | null> {
  const queryClient = useQueryClient()
  useEffect(
    () => onRefusedEntry(() => void queryClient.invalidateQueries({ queryKey: sessionKey })),
    [queryClient],
  )
  return useQuery({ queryKey: sessionKey, queryFn: readSession })
}
