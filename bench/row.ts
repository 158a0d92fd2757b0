/** One line of the table: what we reach, what the limit reaches, and the ratio we hold ourselves to. */
export interface Row {
  readonly name: string
  readonly limitName: string
  /** The median of the rounds. */
  readonly ours: number
  readonly limit: number
  readonly unit: '/s' | ' MiB' | ' kB' | ' ms' | ' s' | ' %' | ''
  /** The median of the rounds' ratios, which drift of the machine hardly moves. */
  readonly ratio: number
  /** The ratio to reach; larger is better. */
  readonly target: number
  /** What else was seen, such as the latency of the slowest hundredth. */
  readonly note: string
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = sorted.length % 2 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1)
  return (low + high) / 2
}

/** The value below which this share of all lies. */
export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0
}
