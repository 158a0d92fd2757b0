import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { Router, static as serveFiles } from 'express'
import { onlyMethod } from '../http/only-method.ts'
import { openApiDocument } from './document.ts'

const swaggerUiFiles = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Onhand API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="api"></div>
    <noscript>This page needs JavaScript; the document itself is at <a href="/api/openapi.json">/api/openapi.json</a>.</noscript>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`

const startScript = `window.SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', deepLinking: true })\n`

/** The API's own description: for machines, and for people without needing the internet. */
export function openApiRoutes(): Router {
  const router = Router()
  const document = openApiDocument()
  router
    .route('/openapi.json')
    .get((_req, res) => void res.json(document))
    .all(onlyMethod('GET'))
  router
    .route('/docs')
    .get((_req, res) => void res.type('html').send(page))
    .all(onlyMethod('GET'))
  router.get('/docs/start.js', (_req, res) => void res.type('js').send(startScript))
  router.use('/docs', serveFiles(swaggerUiFiles, { index: false, maxAge: '1h' }))
  return router
}
