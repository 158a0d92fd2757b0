import type { MetadataRoute } from 'next'
import { locale } from '#messages/language.ts'
import { pageTexts } from '#messages/pages.ts'
import { shopTexts } from '#messages/shop.ts'

/** Lets a phone keep the shop beside its apps. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    lang: locale,
    name: shopTexts.name,
    short_name: shopTexts.name,
    description: pageTexts.appDescription,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#f8f5ee',
    theme_color: '#f8f5ee',
    categories: ['shopping'],
    icons: [
      { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/icons/icon-192.png', type: 'image/png', sizes: '192x192' },
      { src: '/icons/icon-512.png', type: 'image/png', sizes: '512x512' },
      { src: '/icons/maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
  }
}
