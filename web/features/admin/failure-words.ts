import { roomTexts } from '#messages/admin-room.tsx'
import { refusalTexts } from '#messages/refusals.ts'
import { Refusal } from '../../lib/api-errors.ts'

/** Why something was not done, in a sentence or two. */
export function failureWords(error: unknown): string {
  if (error instanceof Refusal) return refusalTexts[error.problem.code]
  return roomTexts.noAnswer
}
