import NotFound from '../(shop)/not-found.tsx'

/** What the shop says of an address where nothing is: outside of development this is one. */
export default function NoBoard() {
  return (
    <main className="mx-auto max-w-7xl px-4 py-14 sm:px-8">
      <NotFound />
    </main>
  )
}
