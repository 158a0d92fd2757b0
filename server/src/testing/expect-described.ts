import type { ProblemCode } from '@onhand/contract/problems'
import * as z from 'zod'
import { openApiDocument } from '../openapi/document.ts'

interface JsonSchema {
  readonly [member: string]: unknown
}

interface Described {
  readonly description: string
  readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>>
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { responses: Record<string, Described> }>>>>
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> }
}

interface Answered {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly status: number
  readonly headers: Headers
  /** Parsed, when it is JSON. */
  readonly body: unknown
}

/** Refusals that the document says of every route at once. */
const everywhere: readonly ProblemCode[] = [
  'not_found',
  'method_not_allowed',
  'internal_error',
  'unavailable',
]

const document = openApiDocument() as unknown as Document
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { responses }]) => ({
    method: method.toUpperCase(),
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
    responses,
  })),
)

/**
 * @throws Error when an answer of the API is not as its OpenAPI document says: a status or a code that is not listed there, a
 *   body of another kind or shape, or one that says more
 */
export function expectDescribed(answered: Answered): void {
  const problem = findUndescribed(answered)
  if (problem === undefined) return
  const { method, path, status, body } = answered
  throw new Error(`${method} ${path} answered ${status}, ${problem}: ${JSON.stringify(body)}`)
}

function findUndescribed({ method, path, status, headers, body }: Answered): string | undefined {
  const [address = ''] = path.split('?')
  if (!/^\/api\/(?!docs|openapi\.json)/.test(address)) return undefined
  if ([429, 503].includes(status) && !headers.has('Retry-After')) return 'without Retry-After'
  const code = codeOf(body)
  const isSaidOfAll = code !== undefined && everywhere.includes(code)
  if (isSaidOfAll || (code === 'invalid_request' && address.includes('%'))) return findWrong('Problem', body)
  const here = operations.filter(({ pattern }) => pattern.test(address))
  if (here.length === 0 && code !== undefined) return findWrong('Problem', body)
  const operation = here.find((one) => one.method === method)
  const described = operation?.responses[status]
  if (!described) return 'which is not in the document'
  if (code !== undefined && !described.description.includes(`\`${code}\``))
    return `with code ${code}, which is not in the document`
  const type = headers.get('Content-Type')?.split(';')[0] ?? ''
  const content = described.content?.[type]
  if (described.content && !content) return `as ${type}, which is not in the document`
  const ref = content?.schema.$ref
  return typeof ref === 'string' ? findWrong(ref.split('/').at(-1) ?? '', body) : undefined
}

function codeOf(body: unknown): ProblemCode | undefined {
  return body instanceof Object && 'code' in body ? (body.code as ProblemCode) : undefined
}

function findWrong(schemaName: string, body: unknown): string | undefined {
  const { error } = schemaOf(schemaName).safeParse(body)
  return error && `which is not a ${schemaName} (${z.prettifyError(error).replaceAll('\n', ' ')})`
}

const known = new Map<string, z.ZodType>()

function schemaOf(name: string): z.ZodType {
  const schema =
    known.get(name) ??
    z.fromJSONSchema({ $ref: `#/$defs/${name}`, $defs: closed(document.components.schemas) })
  known.set(name, schema)
  return schema
}

/** The same schemas, of objects that have no other members than those named. */
function closed(schemas: object): Record<string, never> {
  return JSON.parse(
    JSON.stringify(schemas).replaceAll('#/components/schemas/', '#/$defs/'),
    (_name, value) =>
      value?.type === 'object' && value.properties ? { additionalProperties: false, ...value } : value,
  )
}
