import path from 'node:path'
import type { NextConfig } from 'next'

const development = process.env.NODE_ENV === 'development'

const contentSecurityPolicy = [
  "default-src 'self'",
  // Next writes the page's data into inline scripts; in development React also needs eval.
  `script-src 'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const securityHeaders = [
  { key: 'Content-Security-Policy', value: contentSecurityPolicy },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
]

const askAgain = { key: 'Cache-Control', value: 'private, no-cache' }

const config: NextConfig = {
  poweredByHeader: false,
  transpilePackages: ['@onhand/contract'],
  turbopack: { root: path.join(import.meta.dirname, '..') },
  agentRules: false,
  devIndicators: false,
  // What was fetched for a pointer that rested on a link is opened within seconds or not at all; the least that Next takes.
  experimental: { staleTimes: { static: 30 } },
  headers: async () => [
    // The API sets its own headers, also when it is passed through.
    { source: '/((?!api/).*)', headers: securityHeaders },
    // Next's own `no-store` would keep these out of the back-forward cache. They catch up by themselves when shown.
    // A browser that asks for it must not get yesterday's.
    { source: '/service-worker.js', headers: [{ key: 'Cache-Control', value: 'no-cache' }] },
    ...['/', '/products/:slug'].map((source) => ({ source, headers: [askAgain] })),
  ],
}

export default config
