import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import bundled, { inflate } from '@sparticuz/chromium'

const startMaxMs = 20_000

/** Where a Chromium or Chrome of the system's own would be. */
const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

export interface FoundChromium {
  readonly executablePath: string
  readonly env: Record<string, string>
  /** It is the one that came with `npm ci`: it draws a page as it does everywhere else. */
  readonly pinned: boolean
}

/** The Chromium that came with `npm ci` where it starts, else the system's. Nothing is downloaded here. */
export async function findChromium(): Promise<FoundChromium> {
  const env = currentEnv()
  const pinned = await unpackChromium(env)
  if (pinned) return pinned
  const system = systemPaths.find((path) => starts(path, env))
  if (system) return { executablePath: system, env, pinned: false }
  throw new Error('No Chromium starts here; install Chromium or Google Chrome, and run again')
}

async function unpackChromium(env: Record<string, string>): Promise<FoundChromium | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  let executablePath = await bundled.executablePath()
  if (starts(executablePath, env)) return { executablePath, env, pinned: true }
  // It may lack libraries that a small system does not have, or be what is left of an unpacking cut short.
  rmSync(executablePath, { force: true })
  executablePath = await bundled.executablePath()
  const withLibraries = { ...env, LD_LIBRARY_PATH: join(await unpackLibraries(), 'lib') }
  return starts(executablePath, withLibraries)
    ? { executablePath, env: withLibraries, pinned: true }
    : undefined
}

function unpackLibraries(): Promise<string> {
  const folder = join(tmpdir(), 'al2023')
  rmSync(folder, { recursive: true, force: true })
  return inflate(join(import.meta.dirname, '../node_modules/@sparticuz/chromium/bin/al2023.tar.br'))
}

/** A file that is there may still be a stub that only tells how to install the browser. */
function starts(path: string, env: Record<string, string>): boolean {
  return (
    spawnSync(path, ['--version', '--no-sandbox'], { env: { ...process.env, ...env }, timeout: startMaxMs })
      .status === 0
  )
}

function currentEnv(): Record<string, string> {
  const set = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return Object.fromEntries(set)
}
