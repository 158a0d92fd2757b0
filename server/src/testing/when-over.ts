import { AsyncLocalStorage } from 'node:async_hooks'
import { onTestFinished } from 'vitest'

type Ending = () => unknown

const endingsHere = new AsyncLocalStorage<Ending[]>()

/** Calls `ending` when the test is over, or the work of the `untilOver` around it. */
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
