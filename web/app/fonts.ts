import localFont from 'next/font/local'

// `scripts/cut-faces.ts` takes them out of the whole faces, with the weights that are used.

/** The text face. */
export const geist = localFont({
  src: './faces/geist.woff2',
  weight: '400 500',
  variable: '--font-geist',
  display: 'swap',
})

/** The display face: names and headings. */
export const newsreader = localFont({
  src: './faces/newsreader.woff2',
  weight: '450',
  variable: '--font-newsreader',
  display: 'swap',
  adjustFontFallback: 'Times New Roman',
})
