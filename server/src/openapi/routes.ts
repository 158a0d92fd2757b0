import { fileURLToPath } from 'node:url'
import { Router } from 'express'
import { allow } from '../http/access.ts'
import { onlyMethod } from '../http/only-method.ts'
import { openApiDocument } from './document.ts'
import { openApiPage } from './page.ts'

const style = fileURLToPath(new URL('style.css', import.meta.url))

/** The API's own description: for machines, and for people. */
export function openApiRoutes(): Router {
  const router = Router()
  const document = openApiDocument()
  const page = openApiPage()
  router
    .route('/openapi.json')
    .get(allow('public'), (_req, res) => void res.json(document))
    .all(onlyMethod('GET'))
  router
    .route('/docs')
    .get(allow('public'), (_req, res) => void res.type('html').send(page))
    .all(onlyMethod('GET'))
  router
    .route('/docs/style.css')
    .get(allow('public'), (_req, res) => res.sendFile(style))
    .all(onlyMethod('GET'))
  return router
}
