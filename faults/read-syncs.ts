/** A sync that has ended well, and up to which byte of the file all was written before it began. */
export interface Sync {
  /** Milliseconds since 1970. */
  readonly endedMs: number
  readonly syncedTo: number
}

const call =
  /^(?<thread>\d+) +(?<at>[\d.]+) (?<name>\w+)\(\d+<(?<path>[^>]*)>(?:, .*, (?<length>\d+), (?<offset>\d+))?/
const end = /\) += (?<result>-?\d+).*<(?<seconds>[\d.]+)>$/
const resumed = /^(?<thread>\d+) +[\d.]+ <\.\.\. \w+ resumed>/

interface Begun {
  readonly name: string
  readonly path: string
  readonly atMs: number
  /** Where a write ends. */
  readonly to: number
  /** Of the file, when it began. */
  readonly writtenTo: number
}

/** Reads from what strace wrote (`-f -ttt -T -y`) what of a file that is only appended to was synced when. */
export function readSyncs(trace: string, path: string): Sync[] {
  const syncs: Sync[] = []
  const begun = new Map<string, Begun>()
  let writtenTo = 0
  for (const line of trace.split('\n')) {
    const { thread = '', ...started } = call.exec(line)?.groups ?? resumed.exec(line)?.groups ?? {}
    if (started.name !== undefined) {
      const to = Number(started.length ?? 0) + Number(started.offset ?? 0)
      begun.set(thread, {
        name: started.name,
        path: started.path ?? '',
        atMs: Number(started.at) * 1_000,
        to,
        writtenTo,
      })
    }
    const ended = end.exec(line)?.groups
    const done = begun.get(thread)
    if (!ended || !done || done.path !== path || Number(ended.result) < 0) continue
    if (done.name === 'pwrite64') writtenTo = Math.max(writtenTo, done.to)
    else syncs.push({ endedMs: done.atMs + Number(ended.seconds) * 1_000, syncedTo: done.writtenTo })
  }
  return syncs
}
