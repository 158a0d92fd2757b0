/** A number from `min` to `max`, all equally likely. */
export function between(min: number, max: number): number {
  return min + Math.random() * (max - min)
}

/** A whole number from `min` to `max`, both included. */
export function wholeBetween(min: number, max: number): number {
  return Math.floor(between(min, max + 1))
}

/** True in this share of all calls. */
export function chance(share: number): boolean {
  return Math.random() < share
}

export function oneOf<T>(choices: readonly [T, ...T[]]): T {
  return choices[wholeBetween(0, choices.length - 1)] ?? choices[0]
}
