export interface LastId {
  readonly last: number
}

/** The statement that finds the highest id of a table, which stays the highest while its transaction writes: nobody else does. */
export function lastIdOf(table: string): string {
  return `select coalesce(max(id), 0) as last from ${table}`
}

/** The ids that follow it. */
export function idsAfter(found: LastId | undefined, count: number): number[] {
  const last = found?.last ?? 0
  return Array.from({ length: count }, (_, index) => last + 1 + index)
}
