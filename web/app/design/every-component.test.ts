import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const web = join(import.meta.dirname, '../..')

/** Accounts, orders and the owner's room are forms and lists of these, and looked at as the pages they are. */
const pieces = '{components,features/{cart,catalog,checkout,inventory,search}}/**/*.tsx'

/** What the board does not show, and why. */
const notShown: Record<string, string[]> = {
  'there is nothing to be seen of it': [
    'components/announcer.tsx',
    'components/page-title.tsx',
    'components/skeleton-on-navigation.tsx',
    'features/catalog/product-json-ld.tsx',
    'features/catalog/refresh-on-catalog-changes.tsx',
  ],
  'it comes up on every page, so on the board too': [
    'components/toasts-on-need.tsx',
    'components/toasts.tsx',
    'features/cart/change-cart.tsx',
    'features/inventory/behind-notice.tsx',
  ],
  'it comes when the menu of the header is opened': ['features/catalog/menu-categories.tsx'],
  'it is what a page is made of, or a picture for other sites': [
    'features/cart/cart-view.tsx',
    'features/cart/offline-cart.tsx',
    'features/cart/without-lines.tsx',
    'features/catalog/preview-image.tsx',
    'features/catalog/product-grid.tsx',
    'features/catalog/product-view.tsx',
    'features/catalog/recently-viewed.tsx',
    'features/catalog/related-products.tsx',
    'features/checkout/checkout-view.tsx',
  ],
}

test('the board shows every component, and every piece with which a shopper finds and buys', () => {
  const shown = reachableFrom(filesOf('app/design/**/*.tsx'))
  for (const frame of ['app/(shop)/header.tsx', 'app/(shop)/footer.tsx']) expect(shown).toContain(frame)
  const all = filesOf(pieces)
  expect(all.filter((file) => !shown.has(file)).sort()).toEqual(Object.values(notShown).flat().sort())
})

/** The components that these files import, and that those import. What is loaded later is not there to be seen. */
function reachableFrom(files: string[]): Set<string> {
  const reached = new Set(files)
  for (const file of reached) {
    const source = readFileSync(join(web, file), 'utf8')
    for (const [, names = '', path = ''] of source.matchAll(/^import ([^']+) from '(\.[^']+\.tsx)'/gm)) {
      const isComponent = /\b[A-Z]/.test(names.replace(/\btype \w+/g, ''))
      if (isComponent) reached.add(relative(web, join(web, dirname(file), path)).replaceAll('\\', '/'))
    }
  }
  return reached
}

function filesOf(pattern: string): string[] {
  return globSync(pattern, { cwd: web }).map((file) => file.replaceAll('\\', '/'))
}
