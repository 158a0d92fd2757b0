import type { ReactNode } from 'react'

/** A page of plain text. */
export function TextPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <article className="prose">
      <h1 className="text-4xl sm:text-5xl">{title}</h1>
      {children}
    </article>
  )
}
