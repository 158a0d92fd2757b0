import { adminProductTexts } from '#messages/admin-products.tsx'
import { roomTexts } from '#messages/admin-room.tsx'
import { isRefusal } from '../../lib/api-errors.ts'
import { type FieldErrors, fieldAt } from './product-fields.ts'

/** What to say beside which field of a refused product; undefined when it is about none of them. */
export function readProductRefusal(error: unknown): FieldErrors | undefined {
  if (isRefusal(error, 'slug_taken')) return { slug: adminProductTexts.slugTaken }
  if (!isRefusal(error, 'invalid_request')) return undefined
  const errors: FieldErrors = {}
  for (const { path, message } of error.problem.errors ?? []) {
    const field = fieldAt(path.split('.'))
    if (field) errors[field] = roomTexts.fieldRefused(message)
  }
  return Object.keys(errors).length > 0 ? errors : undefined
}
