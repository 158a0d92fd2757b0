import type { MetadataRoute } from 'next'

/** Lets a phone keep the shop beside its apps. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: 'Onhand',
    short_name: 'Onhand',
    description: 'Small batches from one workshop. Every stock figure is live.',
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
