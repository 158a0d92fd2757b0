import { Refusal } from '../../lib/api-errors.ts'

/** Why something was not done, in a sentence or two. */
export function failureWords(error: unknown): string {
  if (error instanceof Refusal) return `${error.problem.title}. ${error.problem.detail}`
  return 'The shop did not answer.'
}
