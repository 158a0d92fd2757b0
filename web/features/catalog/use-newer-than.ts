import { useCallback, useState } from 'react'

/** What was read last, in the place of what the page was made with; what it is made with anew is newer still. */
export function useNewerThan<T>(served: T): readonly [T, (next: T) => void] {
  const [newer, setNewer] = useState({ served, read: served })
  const setRead = useCallback((read: T) => setNewer({ served, read }), [served])
  return [newer.served === served ? newer.read : served, setRead]
}
