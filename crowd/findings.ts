/** Examples kept of each kind; the rest is only counted. */
const examplesMax = 3

/** What must never be seen, each found while the crowd shops. */
export type FindingKind =
  | 'version-went-back'
  | 'version-with-two-stocks'
  | 'stock-below-zero'
  | 'key-answered-twice'
  | 'not-as-promised'

interface Finding {
  readonly count: number
  readonly examples: readonly string[]
}

/** Where whatever must not be is written down. */
export interface Findings {
  add(kind: FindingKind, example: string): void
  of(kind: FindingKind): Finding
}

export function createFindings(): Findings {
  const found = new Map<FindingKind, { count: number; examples: string[] }>()
  return {
    add(kind, example) {
      const finding = found.get(kind) ?? { count: 0, examples: [] }
      finding.count += 1
      if (finding.examples.length < examplesMax) finding.examples.push(example)
      found.set(kind, finding)
    },
    of: (kind) => found.get(kind) ?? { count: 0, examples: [] },
  }
}
