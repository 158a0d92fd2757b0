import helmet from 'helmet'

/** Headers for the API and its documentation page, which loads only its own files. */
export const securityHeaders = helmet({
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
})
