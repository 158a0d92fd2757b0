import { AsyncLocalStorage } from 'node:async_hooks'
import { onTestFinished } from 'vitest'

type Ending = () => unknown

const endingsHere = new AsyncLocalStorage<Ending[]>()

/** Calls `ending` when the test is over, or what is around it outside of tests: `untilOver` or `keepOpen`. */
export function whenOver(ending: Ending): void {
  const endings = endingsHere.getStore()
  if (endings) endings.push(ending)
  else onTestFinished(async () => void (await ending()))
}

/** Does `work` outside of a test, and then ends what it began, the last first. */
export async function untilOver<T>(work: () => Promise<T>): Promise<T> {
  const endings: Ending[] = []
  try {
    return await endingsHere.run(endings, work)
  } finally {
    for (const ending of endings.toReversed()) await ending()
  }
}

/** Does `work` outside of a test, and leaves to the caller when to end what it began. */
export async function keepOpen<T>(work: () => Promise<T>): Promise<{ value: T; close(): Promise<void> }> {
  const endings: Ending[] = []
  const value = await endingsHere.run(endings, work)
  return {
    value,
    async close() {
      for (const ending of endings.toReversed()) await ending()
    },
  }
}
