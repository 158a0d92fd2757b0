export function WithdrawnMark() {
  return <span className="rounded-full bg-tile px-2 py-0.5 text-soft text-xs">Withdrawn</span>
}
