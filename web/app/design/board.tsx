import type { ReactNode } from 'react'

export function Board({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-10 border-line border-t pt-6">
      <h2 className="mb-4 text-2xl">{title}</h2>
      {children}
    </section>
  )
}

/** One state of a component, with its name. */
export function State({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col items-start gap-2">
      <p className="text-soft text-xs">{name}</p>
      {children}
    </div>
  )
}
