import { historyPageSizeDefault, historyPageSizeMax, idempotencyKeyLengthMax } from '@onhand/contract/limits'
import { type ProblemCode, problems } from '@onhand/contract/problems'
import { type SchemaName, schemaRef } from './schemas.ts'

/** A JSON body that a request must have, in one of these forms. */
export function body(...forms: readonly [SchemaName, ...SchemaName[]]): object {
  const [only, ...more] = forms
  const schema = more.length === 0 ? schemaRef(only) : { anyOf: forms.map(schemaRef) }
  return { required: true, content: { 'application/json': { schema } } }
}

/** What every route that takes a body may refuse of it. */
export const badBody = ['invalid_request', 'body_too_large', 'unsupported_media_type'] as const

/** Routes that an access token opens. */
export const signedIn = [{ accessToken: [] }]

/** What every list of things that happened takes. */
export const historyParameters = [
  query(
    'limit',
    { type: 'integer', minimum: 1, maximum: historyPageSizeMax, default: historyPageSizeDefault },
    'Entries in the page.',
  ),
  query('cursor', { type: 'string' }, 'The `nextCursor` of the page before; the rest stays the same.'),
]

/** What makes a request repeatable. */
export const idempotencyKeyHeader = {
  name: 'Idempotency-Key',
  in: 'header',
  description:
    'Visible ASCII, such as a UUID made once for this request; one that begins with its time (version 7) is the cheapest ' +
    'to keep. All guests share one space of keys: the rest of a guest’s key must be hard to guess, and not be counted upwards.',
  schema: { type: 'string', minLength: 1, maxLength: idempotencyKeyLengthMax },
}

export function query(name: string, schema: object, description: string): object {
  return { name, in: 'query', schema, description }
}

export function path(name: string, description: string): object {
  return { name, in: 'path', required: true, schema: { type: 'string' }, description }
}

export function json(description: string, schema: SchemaName): object {
  return { description, content: { 'application/json': { schema: schemaRef(schema) } } }
}

/** The answers for these codes; codes that share a status share an answer. */
export function refusals(...codes: ProblemCode[]): Record<string, object> {
  const byStatus = Map.groupBy(codes, (code) => problems[code].status)
  return Object.fromEntries(
    [...byStatus].map(([status, sharing]) => [
      status,
      {
        description: sharing.map((code) => `\`${code}\`: ${problems[code].title}.`).join(' '),
        content: { 'application/problem+json': { schema: schemaRef('Problem') } },
      },
    ]),
  )
}
