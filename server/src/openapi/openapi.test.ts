import { expect, test } from 'vitest'
import { call } from '../testing/api-client.ts'
import { mountedRoutes } from '../testing/mounted-routes.ts'
import { startTestShop } from '../testing/start-test-shop.ts'
import { openApiDocument } from './document.ts'

/** The operations that are mounted, in the document's spelling; the document does not describe itself. */
async function mountedOperations(): Promise<string[]> {
  const shop = await startTestShop()
  return mountedRoutes(shop.app)
    .filter(({ path }) => !/^\/(dev|api\/(docs|openapi\.json))/.test(path))
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    .sort()
}

test('describes every route there is, and none that is not', async () => {
  const { paths } = openApiDocument() as { paths: Record<string, object> }
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  const mounted = await mountedOperations()
  expect(described.sort()).toEqual(mounted)
  expect(mounted.length).toBeGreaterThan(7)
})

test('whatever changes something may be answered that its sender is to wait', () => {
  const { paths } = openApiDocument() as { paths: Record<string, Record<string, { responses: object }>> }
  const changes = Object.entries(paths).flatMap(([path, { get: _reading, ...methods }]) =>
    Object.entries(methods).map(([method, { responses }]) => [method, path, '429' in responses]),
  )
  expect(changes.length).toBeGreaterThan(10)
  expect(changes.filter(([, , mayWait]) => !mayWait)).toEqual([])
})

test('whatever takes a body may refuse it, and whatever reads an access token that', () => {
  const { paths } = openApiDocument() as {
    paths: Record<string, Record<string, { requestBody?: object; responses: object }>>
  }
  for (const [path, methods] of Object.entries(paths))
    for (const { requestBody, responses } of Object.values(methods)) {
      const refused = [
        ...(requestBody ? ['400', '413', '415'] : []),
        ...(/^\/api\/(auth|metrics)/.test(path) ? [] : ['401']),
      ]
      expect([path, ...Object.keys(responses)]).toEqual(expect.arrayContaining(refused))
    }
})

test('every reference leads somewhere', () => {
  const document = openApiDocument() as { components: { schemas: object } }
  const names = Object.keys(document.components.schemas)
  const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name]) => name,
  )
  expect(refs.length).toBeGreaterThan(10)
  for (const name of refs) expect(names).toContain(name)
})

test('is served, with a page to read it that loads only our own files', async () => {
  const shop = await startTestShop()
  const document = await call(shop.url, '/api/openapi.json')
  expect(document.body.openapi).toMatch(/^3\.1/)
  const page = String((await call(shop.url, '/api/docs')).body)
  for (const path of Object.keys(document.body.paths)) expect(page).toContain(path)
  expect(page).not.toMatch(/<script|undefined|\[object/)
  const files = [...page.matchAll(/(?:src|href)="(\/api\/[^"]+)"/g)].map(([, address]) => address ?? '')
  expect(files).toEqual(['/api/docs/style.css', '/api/openapi.json'])
  for (const file of files) expect((await call(shop.url, file)).status).toBe(200)
  for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${target}"`)
})
