/** What people read, say and type of an order's id, which links and the API name whole: its end, which is drawn by lot. */
export function orderNumber(id: string): string {
  const end = id.slice(-8).toUpperCase()
  return `${end.slice(0, 4)}-${end.slice(4)}`
}

/** How the id of an order ends whose number was typed; undefined for what is no such number. */
export function idEndOf(typed: string): string | undefined {
  const [, first, last] = /^([\da-f]{4})[- ]?([\da-f]{4})$/i.exec(typed.trim()) ?? []
  return first && last && (first + last).toLowerCase()
}
