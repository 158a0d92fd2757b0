/** Any host will do: it only shows whether an address leaves the shop. */
const here = 'http://shop.invalid'
/** Whoever is signed in has nothing to do there. */
const doors = ['/sign-in', '/sign-up']

/**
 * The page of the shop that an address names, to go there after signing in; undefined for anything else, above all for
 * an address that a browser would take to another site.
 */
export function nextPath(address: string | undefined): string | undefined {
  if (!address?.startsWith('/') || !URL.canParse(address, here)) return undefined
  const { origin, pathname, search, hash } = new URL(address, here)
  // Its dot-segments resolved, a path may begin with two slashes, which is a host again.
  if (origin !== here || pathname.startsWith('//') || doors.includes(pathname)) return undefined
  return pathname + search + hash
}

/** The address of a page that comes back to `path`. */
export function withNext(page: string, path: string | undefined): string {
  return path === undefined ? page : `${page}?next=${encodeURIComponent(path)}`
}
