'use client'

/** The last resort, when even the layout fails; it brings no styles, since those may be what failed. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body
        style={{
          fontFamily: 'system-ui, sans-serif',
          margin: '15vh auto',
          maxWidth: '32rem',
          padding: '0 1rem',
        }}
      >
        <title>Something went wrong</title>
        <main>
          <h1>Something went wrong on our side</h1>
          <p>This page could not be loaded. Your cart is kept.</p>
          <button
            type="button"
            onClick={() => retry()}
            style={{ font: 'inherit', padding: '0.75rem 1.25rem' }}
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  )
}
