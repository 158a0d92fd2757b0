import { expect, test } from 'vitest'
import { type SignedIn, signUp } from '../testing/account-client.ts'
import { call } from '../testing/api-client.ts'
import { atOnce } from '../testing/at-once.ts'
import { shared } from '../testing/shared.ts'
import { startTestShop, type TestShop } from '../testing/start-test-shop.ts'
import { openApiDocument } from './document.ts'

interface Schema {
  readonly $ref?: string
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
}

interface Operation {
  readonly parameters?: ReadonlyArray<{ readonly name: string; readonly in: 'path' | 'query' | 'header' }>
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}

const { paths, components } = openApiDocument() as unknown as {
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  components: { schemas: Readonly<Record<string, Schema>> }
}

/** What nobody sends by mistake. */
const oddTexts = ['\0', '\u{fffe}', "' or 1=1; --", '../../etc/passwd', '__proto__', '%', '9'.repeat(400)]
const oddCursors = [
  [null, '\0', ''],
  [null, 1e300, ''],
  [null, -1, '\ud800'],
  ['9999-99-99T00:00:00Z', 'x', 2 ** 31],
].map((content) => Buffer.from(JSON.stringify(content)).toString('base64url'))
const oddValues = [
  '',
  '\0',
  '\ud800',
  '🦊'.repeat(200),
  '__proto__',
  null,
  -1,
  1.5,
  2 ** 31,
  1e300,
  [[null]],
  JSON.parse('{"__proto__":{"role":"admin"},"constructor":{"prototype":{}}}'),
]

interface OddRequest {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Each thing that an operation takes, as each of the odd. */
function oddRequestsOf(method: string, path: string, operation: Operation): OddRequest[] {
  const bare = path.replaceAll(/\{\w+\}/g, 'x')
  const ofParameters = (operation.parameters ?? []).flatMap((parameter) =>
    (parameter.name === 'cursor' ? oddCursors : oddTexts).map((text) => {
      const encoded = encodeURIComponent(text)
      if (parameter.in === 'path') return { method, path: path.replace(/\{\w+\}/, encoded || '%20') }
      if (parameter.in === 'query') return { method, path: `${bare}?${parameter.name}=${encoded}` }
      return { method, path: bare, headers: { [parameter.name]: text.replaceAll(/[^\x20-\x7e]/g, '\xff') } }
    }),
  )
  const schema = operation.requestBody?.content['application/json']?.schema
  if (!schema) return ofParameters.map((request) => (method === 'GET' ? request : { ...request, body: '{}' }))
  const ofBody = membersOf(schema).flatMap((member) =>
    oddValues.map((value) => ({
      method,
      path: bare,
      body: JSON.stringify({ ...sample(schema), [member]: value }),
    })),
  )
  const whole = oddValues.map((value) => ({ method, path: bare, body: JSON.stringify(value) }))
  return [
    ...ofParameters.map((request) => ({ ...request, body: JSON.stringify(sample(schema)) })),
    ...ofBody,
    ...whole,
  ]
}

function resolved(schema: Schema): Schema {
  return schema.$ref ? resolved(components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema
}

function membersOf(schema: Schema): string[] {
  const { anyOf = [], properties = {} } = resolved(schema)
  return [...anyOf.flatMap(membersOf), ...Object.keys(properties)]
}

const samples: Readonly<Record<string, unknown>> = {
  email: 'ada@example.org',
  delta: 1,
  reason: 'receipt',
  countedTo: 1,
  expectedVersion: 1,
  items: [{ productId: 'x', quantity: 1 }],
  price: 1_000,
}

/** A body of which every member that is there is fine. */
function sample(schema: Schema): Record<string, unknown> {
  const first = resolved(resolved(schema).anyOf?.[0] ?? schema)
  return Object.fromEntries(
    Object.keys(first.properties ?? {}).flatMap((name) => (name in samples ? [[name, samples[name]]] : [])),
  )
}

/** Requests that would end the session of whoever asks, or ask for a password's hash each, are sent by others. */
const leftOut = /sign-|password|delete-user|stream$/

const shopAndOwner = shared(async (): Promise<{ shop: TestShop; owner: SignedIn }> => {
  const shop = await startTestShop([{ name: 'Bowl', stock: 1 }])
  return { shop, owner: await signUp(shop, 'admin') }
})

test('nothing that is sent to any route, whatever it is, makes a fault of ours', async () => {
  const { shop, owner } = shopAndOwner()
  const requests = Object.entries(paths)
    .filter(([path]) => !leftOut.test(path))
    .flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, operation]) =>
        oddRequestsOf(method.toUpperCase(), path, operation),
      ),
    )
  const faults: string[] = []
  await atOnce(16, requests, async ({ method, path, headers, body }) => {
    const { status } = await call(shop.url, path, {
      method,
      headers: {
        ...owner.headers,
        Cookie: owner.cookie,
        Origin: shop.url,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    })
    if (status >= 500) faults.push(`${method} ${path} ${body ?? ''}: ${status}`)
  })
  expect(faults).toEqual([])
  expect(requests.length).toBeGreaterThan(300)
})
