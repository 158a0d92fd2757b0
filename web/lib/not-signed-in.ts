import { problems, problemType } from '@onhand/contract/problems'
import { Refusal } from './api-errors.ts'

/** What the shop would say to a call of somebody who is not signed in, said without asking it. */
export function notSignedIn(): Refusal {
  const code = 'not_signed_in'
  const detail = 'Nobody is signed in here, or not any more.'
  return new Refusal({ type: problemType(code), ...problems[code], code, detail, requestId: '' })
}
