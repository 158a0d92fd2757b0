import { createServer, type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import express from 'express'
import { expect, onTestFinished, test, vi } from 'vitest'
import { keepPages } from './kept-pages.ts'

/** A shop whose pages say how often they were made, and for whom. */
async function openPages() {
  const made: Array<{ url: string; headers: IncomingHttpHeaders }> = []
  const state = { status: 200, delayMs: 0, asked: 0, held: Promise.resolve() }
  const app = express()
  const pages = keepPages(() => url)
  app.use((_req, _res, next) => {
    state.asked += 1
    next()
  })
  app.use(pages.handle)
  app.use(async (req, res) => {
    const number = made.push({ url: req.url, headers: req.headers })
    await state.held
    await new Promise((resolve) => setTimeout(resolve, state.delayMs))
    res.status(state.status).set('Cache-Control', 'private, no-cache').send(`<p>${number}</p>`)
  })
  const server = createServer(app).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const open = async (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    (await fetch(url + path, { method, headers })).text()
  return { made, state, url, open, stockMoved: pages.stockMoved, forget: pages.forget }
}

const restMs = 60

/** Time passes when the test says so: on a busy machine a second is soon over. */
function stopClock(): { pass(milliseconds: number): void } {
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => void vi.useRealTimers())
  return { pass: (milliseconds) => void vi.advanceTimersByTime(milliseconds) }
}

test('a page is made once for all who ask at the same moment, and again after any change', async () => {
  const { open, stockMoved, made } = await openPages()
  const { pass } = stopClock()
  const pages = await Promise.all(Array.from({ length: 20 }, () => open('/')))
  expect(new Set(pages)).toEqual(new Set(['<p>1</p>']))
  pass(restMs)
  expect(await open('/')).toBe('<p>1</p>')
  stockMoved()
  expect(await open('/')).toBe('<p>2</p>')
  expect(made).toHaveLength(2)
})

test('in a rush of changes a page is still made only so often', async () => {
  const { open, stockMoved, made } = await openPages()
  const start = performance.now()
  for (let change = 0; change < 40; change += 1) {
    stockMoved()
    await open('/')
  }
  expect(made.length).toBeLessThanOrEqual(1 + (performance.now() - start) / 50)
})

test('a page is made anew within a second although nothing was heard', async () => {
  const { open } = await openPages()
  const { pass } = stopClock()
  expect(await open('/')).toBe('<p>1</p>')
  pass(700)
  expect(await open('/')).toBe('<p>1</p>')
  pass(300)
  expect(await open('/')).toBe('<p>2</p>')
})

test('a page made before the catalog changed is not given out after it, also when it is young or still being made', async () => {
  const { open, forget, state, made } = await openPages()
  expect(await open('/')).toBe('<p>1</p>')
  forget()
  expect(await open('/')).toBe('<p>2</p>')
  forget()
  state.delayMs = 100
  const before = open('/')
  await expect.poll(() => made.length, { interval: 5 }).toBe(3)
  forget()
  expect([await open('/'), await before]).toEqual(['<p>4</p>', '<p>3</p>'])
})

test('open pages that ask for themselves anew share an answer with those in the same state alone', async () => {
  const { open, made } = await openPages()
  const refresh = (place: string): Record<string, string> => ({
    RSC: '1',
    'Next-Router-State-Tree': encodeURIComponent(JSON.stringify(['', { place }, null, 'refetch'])),
    Cookie: 'session=mine',
  })
  const answers = await Promise.all([
    open('/'),
    open('/', refresh('here')),
    open('/', refresh('here')),
    open('/', refresh('there')),
  ])
  expect(answers[1]).toBe(answers[2])
  expect(new Set(answers).size).toBe(3)
  expect(made.map(({ headers }) => [headers.rsc, headers['sec-fetch-dest']]).sort()).toEqual([
    [undefined, undefined],
    ['1', 'empty'],
    ['1', 'empty'],
  ])
  expect(JSON.stringify(made)).not.toContain('mine')
  await open('/', { ...refresh('here'), 'Next-Router-Prefetch': '1' })
  expect(made).toHaveLength(4)
})

test('what is asked for on the way to another page is made each time, so that its shape comes at once', async () => {
  const { open, made } = await openPages()
  const state = ['', { children: ['products', {}, null, 'refetch'] }, null]
  for (const tree of [encodeURIComponent(JSON.stringify(state)), '%', 'null']) {
    await open('/products/bowl', { RSC: '1', 'Next-Router-State-Tree': tree, Cookie: 'mine' })
  }
  expect(made.map(({ headers }) => headers.cookie)).toEqual(['mine', 'mine', 'mine'])
})

test('nothing of a visitor reaches a page that others get', async () => {
  const { open, made } = await openPages()
  await open('/', { Cookie: 'session=mine', Authorization: 'Bearer mine', 'X-Forwarded-For': '203.0.113.7' })
  expect(JSON.stringify(made[0]?.headers)).not.toMatch(/mine|203/)
})

test('each address has a page of its own, and all else is made for each visitor', async () => {
  const { open, made } = await openPages()
  for (const path of ['/?q=oak', '/products/bowl', '/', '/?q=oak', '/']) await open(path)
  expect(made.map(({ url }) => url)).toEqual(['/?q=oak', '/products/bowl', '/'])
  for (const [path, headers, method] of [
    ['/cart', {}, 'GET'],
    ['/', { RSC: '1' }, 'GET'],
    ['/', {}, 'POST'],
    ['/products/bowl/more', {}, 'GET'],
  ] as const) {
    const before = made.length
    await open(path, headers, method)
    await open(path, headers, method)
    expect(made.length, `${method} ${path}`).toBe(before + 2)
  }
})

test('of many different pages asked for at once only so many are made for all, and every visitor has an answer', async () => {
  const { open, made, state } = await openPages()
  state.delayMs = 50
  const pages = await Promise.all(Array.from({ length: 40 }, (_, n) => open(`/?q=${n}`, { Cookie: 'mine' })))
  expect(new Set(pages).size).toBe(40)
  expect(made.filter(({ headers }) => headers.cookie === undefined)).toHaveLength(32)
  expect(await open('/?q=new')).toBe('<p>41</p>')
  expect(made.at(-1)?.headers.cookie).toBeUndefined()
})

test('when so many are being made, visitors wait for the page that is made for all already', async () => {
  const { open, made, state, stockMoved } = await openPages()
  const { pass } = stopClock()
  const held = Promise.withResolvers<void>()
  state.held = held.promise
  const many = Array.from({ length: 32 }, (_, n) => open(`/?q=${n}`))
  await expect.poll(() => made.length, { interval: 5 }).toBe(32)
  pass(restMs)
  stockMoved()
  const before = state.asked
  const late = Array.from({ length: 5 }, () => open('/?q=7', { Cookie: 'mine' }))
  await expect.poll(() => state.asked, { interval: 5 }).toBe(before + 5)
  held.resolve()
  expect(new Set(await Promise.all(late))).toEqual(new Set([await many[7]]))
  expect(made).toHaveLength(32)
})

test('a page that went wrong is not kept', async () => {
  const { open, state, url } = await openPages()
  state.status = 500
  expect((await fetch(url)).status).toBe(500)
  state.status = 200
  expect(await open('/')).toBe('<p>2</p>')
})

test('is sent as small as whoever asks takes it, and whole to whoever takes neither', async () => {
  const { url } = await openPages()
  const plain = await raw(url, {})
  expect(plain.headers).toMatchObject({ 'cache-control': 'private, no-cache', 'content-length': '8' })
  expect(plain.body.toString()).toBe('<p>1</p>')
  const smallest = await raw(url, { 'Accept-Encoding': 'gzip, deflate, br, zstd' })
  expect(smallest.headers['content-encoding']).toBe('br')
  expect(brotliDecompressSync(smallest.body).toString()).toBe('<p>1</p>')
  const zipped = await raw(url, { 'Accept-Encoding': 'gzip, br;q=0' })
  expect(zipped.headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(zipped.body).toString()).toBe('<p>1</p>')
})

function raw(
  url: string,
  headers: Record<string, string>,
): Promise<{ headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, async (response) => {
      resolve({ headers: response.headers, body: Buffer.concat(await response.toArray()) })
    })
      .on('error', reject)
      .end()
  })
}
