import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

const withHelmet = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  // Whether a shop may ever be reached without TLS again is its proxy's to say, where TLS ends.
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'same-origin' },
  // For pages with scripts, or for browsers that are no more. The one page here has none, and each header costs an answer time.
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
})

const headers = headersOf(withHelmet)

/** Headers for the API and its documentation page, which loads only its own files. */
export const securityHeaders: RequestHandler = (_req, res, next) => {
  res.setHeaders(headers)
  next()
}

/** What helmet sets is the same for every answer, so it is asked once. */
function headersOf(middleware: typeof withHelmet): Map<string, string> {
  const set = new Map<string, string>()
  const answer = { setHeader: (name: string, value: string) => set.set(name, value), removeHeader() {} }
  middleware({} as IncomingMessage, answer as unknown as ServerResponse, () => {})
  return set
}
