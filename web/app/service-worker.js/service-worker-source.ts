/**
 * The shop's service worker. It keeps one page, for when there is no connection, and what that page is made of.
 * Nothing else: a page or an answer out of a cache could tell of stock that is gone.
 *
 * @param build names what is kept; a worker of another build lets go of it
 */
export function serviceWorkerSource(build: string): string {
  return `'use strict'

const cacheName = 'onhand-offline-${build}'
const offlinePage = '/offline'
/** No browser with service workers runs these. */
const forOldBrowsers = /<script[^>]* nomodule[^>]*>/gi

addEventListener('install', (event) => event.waitUntil(keepOfflinePage()))
addEventListener('activate', (event) => event.waitUntil(takeOver()))
addEventListener('fetch', (event) => {
  const { request } = event
  if (request.mode === 'navigate') event.respondWith(pageOf(event))
  else if (isForOfflinePage(request)) event.respondWith(partOf(request))
})

async function keepOfflinePage() {
  const cache = await caches.open(cacheName)
  const response = await fetch(offlinePage, { cache: 'no-cache' })
  const html = (await response.clone().text()).replace(forOldBrowsers, '')
  const parts = html.matchAll(/\\/_next\\/static\\/[\\w./~@-]+\\.(?:js|css|woff2)/g)
  await cache.addAll([...new Set(Array.from(parts, ([path]) => path))])
  await cache.put(offlinePage, response)
  await skipWaiting()
}

async function takeOver() {
  const others = (await caches.keys()).filter((name) => name.startsWith('onhand-offline-') && name !== cacheName)
  await Promise.all(others.map((name) => caches.delete(name)))
  await registration.navigationPreload?.enable()
  await clients.claim()
}

async function pageOf(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request))
  } catch {
    const { pathname, search } = new URL(event.request.url)
    if (pathname === offlinePage) return caches.match(offlinePage)
    return Response.redirect(offlinePage + '?from=' + encodeURIComponent(pathname + search))
  }
}

function isForOfflinePage({ url, referrer }) {
  return new URL(url).pathname.startsWith('/_next/static/') && URL.canParse(referrer) && new URL(referrer).pathname === offlinePage
}

async function partOf(request) {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match(request)
    if (kept) return kept
    throw error
  }
}
`
}
