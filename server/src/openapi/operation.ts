import { type ProblemCode, problems } from '@onhand/contract/errors'
import { type SchemaName, schemaRef } from './schemas.ts'

/** A JSON body that a request must have. */
export function body(schema: SchemaName): object {
  return { required: true, content: { 'application/json': { schema: schemaRef(schema) } } }
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
