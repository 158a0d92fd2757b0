import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'

const here = import.meta.dirname

/** Which picture shows each page of the storefront. */
const pictured: Record<string, string> = {
  '/': 'list',
  '/[...unknown]': 'not-found',
  '/about': 'about',
  '/account': 'account',
  '/account/orders': 'account-orders',
  '/admin': 'admin-products',
  '/admin/orders': 'admin-orders',
  '/admin/orders/[id]': 'admin-order',
  '/admin/products/[id]': 'admin-product',
  '/admin/products/new': 'admin-new-product',
  '/cart': 'cart',
  '/checkout': 'checkout',
  '/contact': 'contact',
  '/delivery': 'delivery',
  '/design': 'design',
  '/design/[piece]': 'design-controls',
  '/forgotten-password': 'forgotten-password',
  '/offline': 'offline',
  '/orders/[id]': 'order',
  '/privacy': 'privacy',
  '/products/[slug]': 'product',
  '/reset-password': 'reset-password',
  '/returns': 'returns',
  '/search': 'search',
  '/sign-in': 'sign-in',
  '/sign-up': 'sign-up',
}

test('looks: every page has pictures, and every picture a page', () => {
  const pages = globSync('**/page.tsx', { cwd: join(here, '../../web/app') }).map(addressOf)
  expect(pages.sort()).toEqual(Object.keys(pictured).sort())
  const pictures = globSync('*.webp', { cwd: join(here, 'pictures') })
  for (const name of Object.values(pictured)) expect(pictures).toContain(`${name}-390-light.webp`)

  const tests = globSync('*.test.ts', { cwd: here, exclude: ['every-page.test.ts'] })
    .map((file) => readFileSync(join(here, file), 'utf8'))
    .join('\n')
  const taken = new Set(pictures.map((file) => file.replace(/-\d+-\w+\.webp$/, '')))
  expect([...taken].filter((name) => !tests.includes(`'${name}'`))).toEqual([])
})

function addressOf(file: string): string {
  const folders = file.replaceAll('\\', '/').split('/').slice(0, -1)
  return `/${folders.filter((folder) => !folder.startsWith('(')).join('/')}`
}
