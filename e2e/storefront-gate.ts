export interface StorefrontGate {
  /** From here on the storefront waits for the API's answers, as it would for a slow database. */
  hold(): void
  /** From here on the storefront does not reach the API. */
  cut(): void
  /** Ends both. */
  release(): void
}

/** Stands between the storefront and the API of this process. Call it before the storefront is opened. */
export function gateStorefront(): StorefrontGate {
  const { fetch } = globalThis
  let opened = Promise.resolve()
  let open = (): void => {}
  let isCut = false
  globalThis.fetch = async (...request) => {
    await opened
    if (isCut) throw new TypeError('fetch failed')
    return fetch(...request)
  }
  return {
    hold() {
      ;({ promise: opened, resolve: open } = Promise.withResolvers<void>())
    },
    cut() {
      isCut = true
    },
    release() {
      isCut = false
      open()
    },
  }
}
