import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildStorefront } from './build-storefront.ts'

const bin = join(import.meta.dirname, '..', 'node_modules', '.bin')

/** Everything that must hold, quickest first. CI and the laptop run this same list. */
const steps: Array<{ name: string; run: () => boolean }> = [
  {
    name: 'types',
    run: () =>
      ['contract', 'server', 'web', 'crowd', 'bench', 'faults', '.'].every((part) => tool('tsc', '-p', part)),
  },
  { name: 'lint and format', run: () => tool('biome', 'check', '--error-on-warnings') },
  {
    name: 'import rule',
    run: () =>
      tool(
        'depcruise',
        'contract',
        'server',
        'web',
        'crowd',
        'bench',
        'faults',
        'e2e',
        'scripts',
        '--output-type',
        'err',
      ),
  },
  { name: 'unused code', run: () => tool('knip') },
  { name: 'unit and API', run: () => tool('vitest', 'run') },
  { name: 'storefront build', run: buildStorefront },
  { name: 'browser', run: () => tool('playwright', 'test') },
]

process.env.NEXT_TELEMETRY_DISABLED = '1'
for (const { name, run } of steps) {
  const start = performance.now()
  console.log(`\n── ${name}`)
  if (!run()) {
    console.error(`\n── ${name}: failed`)
    process.exit(1)
  }
  console.log(`── ${name}: good, ${((performance.now() - start) / 1_000).toFixed(1)} s`)
}
console.log('\nEverything holds.')

function tool(name: string, ...args: string[]): boolean {
  return (
    spawnSync(join(bin, name), args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0
  )
}
