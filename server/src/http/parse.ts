import type { FieldError } from '@onhand/contract/errors'
import * as z from 'zod/mini'
import { Refusal } from '../refusal.ts'

z.config(z.locales.en())

/**
 * Checks outside input against its schema and returns it typed.
 *
 * @param name what `errors[].path` starts with, for input that is one value and not an object
 * @throws Refusal `invalid_request` with every error at once
 */
export function parse<Schema extends z.ZodMiniType>(
  schema: Schema,
  input: unknown,
  name?: string,
): z.infer<Schema> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.map((issue) => toFieldError(issue, name))
  const [first] = errors
  throw new Refusal('invalid_request', `${first?.path || 'The request'}: ${first?.message}.`, {
    details: { errors },
  })
}

function toFieldError(issue: z.core.$ZodIssue, name: string | undefined): FieldError {
  const path = name === undefined ? issue.path : [name, ...issue.path]
  return { path: path.map(String).join('.'), message: issue.message }
}
