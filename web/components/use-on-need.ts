'use client'

import { type ComponentType, useEffect, useEffectEvent, useState } from 'react'

/**
 * A component whose code is loaded when it is first wanted; undefined until it is here.
 *
 * @param load kept by the browser, so asking again costs nothing
 * @param onFailure its code could not be loaded, such as without a connection; the next want tries again
 */
export function useOnNeed(
  wanted: boolean,
  load: () => Promise<ComponentType>,
  onFailure?: () => void,
): ComponentType | undefined {
  const [loaded, setLoaded] = useState<{ Component: ComponentType }>()
  const fail = useEffectEvent(() => onFailure?.())
  const start = useEffectEvent(() => {
    load().then((Component) => setLoaded({ Component }), fail)
  })
  useEffect(() => {
    if (wanted) start()
  }, [wanted])
  return loaded?.Component
}
