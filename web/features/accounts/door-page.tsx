import type { ReactNode } from 'react'

interface DoorPageProps {
  title: string
  lead?: ReactNode
  children: ReactNode
}

/** A narrow page with one form on it. */
export function DoorPage({ title, lead, children }: DoorPageProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col gap-8 lg:py-6">
      <header className="flex flex-col gap-3">
        <h1 className="text-4xl sm:text-5xl">{title}</h1>
        {lead && <p className="text-soft">{lead}</p>}
      </header>
      {children}
    </div>
  )
}
