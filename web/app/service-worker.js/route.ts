import { randomUUID } from 'node:crypto'
import { serviceWorkerSource } from './service-worker-source.ts'

/** Written once, when the storefront is built: each build has a worker of its own, which fetches that build's page anew. */
export const dynamic = 'force-static'

export function GET(): Response {
  return new Response(serviceWorkerSource(randomUUID()), {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  })
}
