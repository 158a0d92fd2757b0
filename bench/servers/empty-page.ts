import { join } from 'node:path'
import express from 'express'
import nextModule from 'next'

// What Next itself can do: a page with nothing on it, out of its cache, in a process like the shop's.
// Next is CommonJS whose default export is the module itself; its types say otherwise.
const next = nextModule as unknown as typeof nextModule.default
const site = next({ dev: false, dir: join(import.meta.dirname, '../empty-page') })
await site.prepare()
const handle = site.getRequestHandler()
const app = express()
app.use((req, res) => handle(req, res))
const server = app.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as { port: number }).port)
})
