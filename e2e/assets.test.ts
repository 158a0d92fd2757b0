import { expect, test } from './fixtures.ts'

test('scripts and styles come as small as the browser takes them, to be kept for good', async ({ shop }) => {
  const list = await (await fetch(shop.url)).text()
  const paths = [...new Set(list.match(/\/_next\/static\/[^"\\]+\.(?:js|css)/g))]
  expect(paths.length).toBeGreaterThan(5)
  for (const path of paths) {
    const sizes = new Map<string | null, number>()
    const bodies = new Set<string>()
    for (const accepted of ['identity', 'gzip', 'gzip, deflate, br']) {
      const answer = await fetch(shop.url + path, { headers: { 'Accept-Encoding': accepted } })
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(answer.headers.get('vary')).toBe('Accept-Encoding')
      expect(answer.headers.get('content-type')).toMatch(
        path.endsWith('.css') ? /^text\/css/ : /^text\/javascript/,
      )
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('content-security-policy')).toBe("default-src 'self'")
      sizes.set(answer.headers.get('content-encoding'), Number(answer.headers.get('content-length')))
      bodies.add(await answer.text())
    }
    expect(bodies.size, `${path} is the same in each encoding`).toBe(1)
    expect([...sizes.keys()], path).toEqual([null, 'gzip', 'br'])
    const [plain = 0, zipped = 0, smallest = 0] = sizes.values()
    expect(zipped).toBeLessThan(plain)
    expect(smallest).toBeLessThan(zipped)
  }
})

test('a script that is none, or of another build, is refused as nothing the shop has', async ({ shop }) => {
  for (const path of [
    '/_next/static/chunks/none.js',
    '/_next/static/chunks/',
    '/_next/static/..%2fBUILD_ID',
  ]) {
    expect((await fetch(shop.url + path)).status, path).toBe(404)
  }
  expect((await fetch(`${shop.url}/_next/static/%ff`)).status).toBe(400)
})

test('a part that a script does not have, or a condition that does not hold, is refused and not logged', async ({
  shop,
}) => {
  const [path] = (await (await fetch(shop.url)).text()).match(/\/_next\/static\/[^"\\]+\.js/) ?? []
  for (const [headers, status] of [
    [{ Range: 'bytes=99999999-' }, 416],
    [{ 'If-Match': '"another"' }, 412],
  ] as const) {
    const answer = await fetch(shop.url + path, { headers: { ...headers, 'Accept-Encoding': 'br' } })
    expect([answer.status, await answer.text()]).toEqual([status, 'This file cannot be sent like that.'])
  }
  const posted = await fetch(shop.url + path, { method: 'POST', headers: { 'Accept-Encoding': 'br' } })
  expect([posted.ok, posted.headers.get('content-encoding')]).toEqual([false, null])
  await posted.text()
})
