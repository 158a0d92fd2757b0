import type { Express, RequestHandler } from 'express'
import { type Access, accessOf } from '../http/access.ts'

export interface MountedRoute {
  readonly method: string
  /** As Express spells it: `/api/orders/:id`. */
  readonly path: string
  /** What its first handler declares; undefined when it declares nothing. */
  readonly access: Access | undefined
}

interface Layer {
  readonly slash: boolean
  readonly method?: string
  readonly handle: RequestHandler & { readonly stack?: readonly Layer[] }
  readonly route?: { readonly path: string; readonly stack: readonly Layer[] }
}

/** The routes that a shop really answers, read from Express itself. */
export function mountedRoutes(app: Express): MountedRoute[] {
  return routesIn(app.router as unknown as { stack: readonly Layer[] }, '')
}

function routesIn({ stack }: { stack: readonly Layer[] }, prefix: string): MountedRoute[] {
  return stack.flatMap((layer) => {
    if (layer.route) return methodsOf(layer.route, prefix)
    const { stack: inner } = layer.handle
    // Routers are mounted under /api or at the root, and nowhere else.
    return inner ? routesIn({ stack: inner }, layer.slash ? prefix : `${prefix}/api`) : []
  })
}

function methodsOf({ path, stack }: NonNullable<Layer['route']>, prefix: string): MountedRoute[] {
  const methods = new Set(stack.flatMap(({ method }) => method ?? []))
  return [...methods].map((method) => ({
    method,
    path: prefix + path,
    access: accessOf(stack.find((layer) => layer.method === method)?.handle as RequestHandler),
  }))
}
