import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { BehindNotice } from '../features/inventory/behind-notice.tsx'
import { titleTemplate } from '../lib/title-template.ts'
import { geist, newsreader } from './fonts.ts'
import { Providers } from './providers.tsx'
import './styles.css'

export const metadata: Metadata = {
  title: { default: 'Onhand', template: titleTemplate },
  description: 'Small batches from one workshop. Every stock figure is live: what you see is what there is.',
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f8f5ee' },
    { media: '(prefers-color-scheme: dark)', color: '#161410' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={`${geist.variable} ${newsreader.variable}`}>
      <body>
        <Providers>
          {children}
          <BehindNotice />
        </Providers>
      </body>
    </html>
  )
}
