'use client'

import { failureTexts } from '#messages/failures.ts'
import { locale } from '#messages/language.ts'
/** The last resort, when even the layout fails; it brings no styles, since those may be what failed. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang={locale}>
      <body
        style={{
          fontFamily: 'system-ui, sans-serif',
          margin: '15vh auto',
          maxWidth: '32rem',
          padding: '0 1rem',
        }}
      >
        <title>{failureTexts.somethingWrong}</title>
        <main>
          <h1>{failureTexts.somethingWrongTitle}</h1>
          <p>{failureTexts.pageFailed}</p>
          <button
            type="button"
            onClick={() => retry()}
            style={{ font: 'inherit', padding: '0.75rem 1.25rem' }}
          >
            {failureTexts.tryAgain}
          </button>
        </main>
      </body>
    </html>
  )
}
