/** How figures are written for people: `12,345`. */
export function number(value: number): string {
  return Math.round(value).toLocaleString('en')
}

/** `1 order`, `12,345 orders`. */
export function counted(value: number, thing: string): string {
  return `${number(value)} ${thing}${value === 1 ? '' : 's'}`
}

/** `3.2 ms`, `47 ms`, `1.25 s`. */
export function milliseconds(durationMs: number): string {
  if (durationMs >= 1_000) return `${(durationMs / 1_000).toFixed(2)} s`
  return `${durationMs < 10 ? durationMs.toFixed(1) : Math.round(durationMs)} ms`
}
