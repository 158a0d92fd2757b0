import { readdirSync } from 'node:fs'

/** Which features may use another feature's verbs; whatever is not named here stands alone. */
const serverFeatureUses = {
  checkout: ['orders', 'inventory', 'catalog', 'accounts', 'idempotency'],
  cart: ['catalog', 'accounts', 'idempotency'],
  inventory: ['idempotency'],
  catalog: ['inventory'],
  orders: ['inventory', 'accounts'],
}
const webFeatureUses = {
  checkout: ['orders', 'accounts', 'cart', 'inventory', 'catalog'],
  orders: ['accounts', 'cart', 'catalog'],
  accounts: ['cart'],
  cart: ['catalog', 'inventory'],
  catalog: ['inventory'],
  search: ['catalog', 'inventory'],
  admin: ['inventory', 'orders'],
}

/** Folders of the server that are no feature. */
const serverParts = ['database', 'live', 'http', 'mail', 'testing']

const folders = (path) =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []))
const serverFeatures = folders('server/src').filter((name) => !serverParts.includes(name))
const webFeatures = folders('web/features')
const testFiles = '\\.test\\.tsx?$'

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** Read from the folders, so that a new feature is guarded at birth. */
const betweenFeatures = (root, features, uses) =>
  features.map((feature) =>
    rule(
      `${root}${feature}-stands-alone`,
      'A feature uses only the features that ARCHITECTURE.md names for it.',
      { path: `^${root}${feature}/`, pathNot: testFiles },
      {
        path: `^${root}(${features.join('|')})/`,
        pathNot: `^${root}(${[feature, ...(uses[feature] ?? [])].join('|')})/`,
      },
    ),
  )

export default {
  forbidden: [
    rule('no-cycles', 'Files that import each other cannot be read one at a time.', {}, { circular: true }),
    rule(
      'contract-knows-only-zod',
      'contract imports zod and nothing else.',
      { path: '^contract/src/', pathNot: testFiles },
      { pathNot: '^(contract/src/|node_modules/zod/)' },
    ),
    rule(
      'web-knows-no-server',
      'The storefront talks to the API over HTTP.',
      { path: '^web/' },
      { path: '^server/' },
    ),
    rule(
      'server-knows-no-web',
      'The server runs without the storefront.',
      { path: '^server/' },
      { path: '^web/' },
    ),
    rule(
      'parts-know-no-feature',
      'database, live, http and mail are below the features.',
      { path: `^server/src/(${serverParts.filter((part) => part !== 'testing').join('|')})/` },
      { path: `^server/src/(${serverFeatures.join('|')})/` },
    ),
    rule(
      'parts-stand-alone',
      'database, live, http and mail do not know each other.',
      { path: '^server/src/(database|live|http|mail)/', pathNot: testFiles },
      { path: '^server/src/(database|live|http|mail)/', pathNot: '^server/src/$1/' },
    ),
    rule(
      'nothing-imports-the-app',
      'app, shop and main are the top.',
      { path: '^server/src/[^/]+/', pathNot: `${testFiles}|^server/src/testing/` },
      { path: '^server/src/(app|shop|main|config)\\.ts$' },
    ),
    rule(
      'testing-is-for-tests',
      'What helps tests is not part of the shop.',
      { path: '^server/src/', pathNot: `${testFiles}|^server/src/testing/` },
      { path: '^server/src/testing/' },
    ),
    rule(
      'only-verbs',
      'From another feature only its verbs are imported, never its queries or tables.',
      { path: '^server/src/([^/]+)/', pathNot: testFiles },
      {
        path: '^server/src/[^/]+/(queries|tables|routes|admin-routes)\\.ts$',
        pathNot: '^server/src/($1|database)/',
      },
    ),
    ...betweenFeatures('server/src/', serverFeatures, serverFeatureUses),
    ...betweenFeatures('web/features/', webFeatures, webFeatureUses),
    rule(
      'web-parts-know-no-feature',
      'components and lib are below the features.',
      { path: '^web/(components|lib)/' },
      { path: '^web/(features|app)/' },
    ),
    rule(
      'messages-say-and-do-nothing',
      'The catalogs are below everything: they import the words of the contract, and Link.',
      { path: '^(web|server)/messages/', pathNot: testFiles },
      {
        pathNot:
          '^((web|server)/messages/|contract/src/(problems|stock-movements)|node_modules/(next/link|react|@types/react|@swc/core)\\b)',
      },
    ),
    rule(
      'web-features-know-no-page',
      'Pages are above the features.',
      { path: '^web/features/' },
      { path: '^web/app/' },
    ),
    rule(
      'one-door',
      'Only lib/api.ts and the stream call the server, so nothing imports a client for HTTP.',
      { path: '^web/' },
      { path: '^node_modules/(axios|undici|node-fetch)/' },
    ),
  ],
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '(^|/)(\\.next|public)/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
}
