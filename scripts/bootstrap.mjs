// What every npm script of this project runs first, on whatever Node is there: it installs what is missing,
// then runs the real script on the Node that package.json pins. Plain JavaScript, for old Nodes' sake.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const windows = process.platform === 'win32'
/** Compiled code outlives the processes and their threads, so that later ones start sooner. */
const compileCache = join(root, 'node_modules', '.cache', 'compiled')
const pinnedNode = join(root, 'node_modules', '.bin', windows ? 'node.cmd' : 'node')

if (isInstallStale()) install()
runPinned(process.argv.slice(2))

/** npm writes `node_modules/.package-lock.json` at the end of an install; one cut short leaves none. */
function isInstallStale() {
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installed) || !existsSync(pinnedNode)) return true
  return statSync(installed).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs
}

/** Not `npm ci`: it refuses a lockfile that lacks a package for some other platform, even an optional one. */
function install() {
  console.log('Installing what the lockfile names (once; about a minute) …')
  const options = [
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--include=dev',
    '--include=optional',
  ]
  const result = spawnSync('npm', ['install', ...options], { cwd: root, stdio: 'inherit', shell: windows })
  if (result.status !== 0) {
    console.error('The install failed; see above. Is there a network, and npm 10 or later?')
    process.exit(result.status ?? 1)
  }
  if (existsSync(pinnedNode)) return
  console.error(`There is no Node 26 for ${process.platform} ${process.arch} among this project's packages.`)
  process.exit(1)
}

/** Ctrl-C reaches the child by itself; this process only waits, passes on what was meant for it alone, and ends likewise. */
function runPinned([script, ...args]) {
  const path = [dirname(pinnedNode), process.env.PATH].join(windows ? ';' : ':')
  const child = spawn(pinnedNode, [join(root, script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { NODE_COMPILE_CACHE: compileCache, ...process.env, PATH: path },
    shell: windows,
  })
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
}
