/** How many times its own size a picture is seen, and how far it is pushed from the middle, in pixels. */
export interface Scale {
  readonly value: number
  readonly x: number
  readonly y: number
}

export const scaleMax = 6
export const atRest: Scale = { value: 1, x: 0, y: 0 }

/** Larger or smaller by a factor, so that the point `at` (from the middle) stays where it is. */
export function zoomed(before: Scale, factor: number, at: { x: number; y: number }, size: number): Scale {
  const value = Math.min(scaleMax, Math.max(1, before.value * factor))
  const grown = value / before.value
  const x = at.x - (at.x - before.x) * grown
  const y = at.y - (at.y - before.y) * grown
  return inSight({ value, x, y }, size)
}

/** Pushed by so many pixels. */
export function moved(before: Scale, x: number, y: number, size: number): Scale {
  return inSight({ ...before, x: before.x + x, y: before.y + y }, size)
}

/** The picture's edge never comes further in than the edge of its place, `size` wide and high. */
function inSight({ value, x, y }: Scale, size: number): Scale {
  const most = ((value - 1) * size) / 2
  return { value, x: within(x, most), y: within(y, most) }
}

function within(distance: number, most: number): number {
  return Math.min(most, Math.max(-most, distance))
}
