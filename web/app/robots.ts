import type { MetadataRoute } from 'next'
import { publicUrl } from '../lib/public-url.ts'

/** The shop's address is known when it runs, not when it is built. */
export const dynamic = 'force-dynamic'

export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: ['/admin', '/account', '/orders/', '/api/', '/search'],
    },
    sitemap: publicUrl('/sitemap.xml'),
  }
}
