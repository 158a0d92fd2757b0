/** The shape of a page while its rows are on their way. */
export function RowsSkeleton({ label, heading = true }: { label: string; heading?: boolean }) {
  return (
    <div aria-busy="true" className="flex flex-col gap-4">
      {heading ? <h1 className="sr-only">{label}</h1> : <p className="sr-only">{label}</p>}
      {heading && <div className="skeleton mb-4 h-10 w-56" />}
      {['first', 'second', 'third', 'fourth', 'fifth'].map((row) => (
        <div key={row} className="skeleton h-16" />
      ))}
    </div>
  )
}
