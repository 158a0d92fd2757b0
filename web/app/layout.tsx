import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { BehindNotice } from '../features/inventory/behind-notice.tsx'
import { themeScript } from '../lib/theme.ts'
import { titleTemplate } from '../lib/title-template.ts'
import { geist, newsreader } from './fonts.ts'
import { Providers } from './providers.tsx'
import './styles.css'

export const metadata: Metadata = {
  title: { default: 'Onhand', template: titleTemplate },
  description: 'Small batches from one workshop. Every stock figure is live: what you see is what there is.',
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
    // The chosen theme is set by the script, before React looks at the page.
    <html lang="en" className={`${geist.variable} ${newsreader.variable}`} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of our own. */}
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
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
