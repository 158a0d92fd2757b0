import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { locale } from '#messages/language.ts'
import { pageTexts } from '#messages/pages.ts'
import { shopTexts } from '#messages/shop.ts'
import { cartScript } from '../features/cart/first-look.ts'
import { BehindNotice } from '../features/inventory/behind-notice.tsx'
import { themeScript } from '../lib/theme.ts'
import { geist, newsreader } from './fonts.ts'
import { Providers } from './providers.tsx'
import './styles.css'

export const metadata: Metadata = {
  title: { default: shopTexts.name, template: shopTexts.pageTitle('%s') },
  description: pageTexts.shopDescription,
}

export const viewport: Viewport = {
  // The bar at the bottom of a product's page keeps clear of a phone's own.
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f8f5ee' },
    { media: '(prefers-color-scheme: dark)', color: '#161410' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The chosen theme and how many lines the cart has are set by the script, before React looks at the page.
    <html lang={locale} className={`${geist.variable} ${newsreader.variable}`} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of our own. */}
        <script dangerouslySetInnerHTML={{ __html: themeScript + cartScript }} />
      </head>
      <body>
        <Providers>
          {children}
          <BehindNotice />
        </Providers>
      </body>
    </html>
  )
}
