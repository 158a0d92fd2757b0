import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { compressAssets } from './compress-assets.ts'

const root = dirname(import.meta.dirname)
const built = join(root, 'web', '.next', 'BUILD_ID')
/** Holds a hash of what the build was made from; written last, so that a build cut short counts as none. */
const stamp = join(root, 'web', '.next', 'built-from')

const madeFrom = [
  'web/**/*',
  'contract/**/*',
  'package-lock.json',
  'tsconfig.base.json',
  'scripts/compress-assets.ts',
]

/** Builds the storefront if there is no build of exactly these sources. Returns whether there is one now. */
export function buildStorefront(): boolean {
  const sources = hashSources()
  if (existsSync(built) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return true
  console.log('Building the storefront (once for each change; about half a minute) …')
  const result = spawnSync(
    process.execPath,
    [join(root, 'node_modules/next/dist/bin/next'), 'build', 'web'],
    {
      cwd: root,
      stdio: ['ignore', process.env.CI ? 'inherit' : 'pipe', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    },
  )
  if (result.status !== 0) {
    process.stdout.write(result.stdout ?? '')
    console.error('The storefront could not be built; see above.')
    return false
  }
  compressAssets(join(root, 'web', '.next', 'static'))
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, sources)
  return true
}

function hashSources(): string {
  const hash = createHash('sha256')
  const files = globSync(madeFrom, {
    cwd: root,
    withFileTypes: true,
    exclude: ['web/.next', 'web/next-env.d.ts', 'web/node_modules', '**/*.test.ts', '**/*.test.tsx'],
  })
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name))
  for (const path of paths.sort()) hash.update(path.slice(root.length)).update(readFileSync(path))
  return hash.digest('hex')
}
