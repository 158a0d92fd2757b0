import { adminProductTexts } from '#messages/admin-products.tsx'

export function WithdrawnMark() {
  return (
    <span className="rounded-full bg-tile px-2 py-0.5 text-soft text-xs">{adminProductTexts.withdrawn}</span>
  )
}
