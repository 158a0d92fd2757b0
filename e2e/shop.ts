import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ShopCommands } from './shop-process.ts'

/** Next says this on every start, whatever the log level. */
const nextGreeting = '✓ Running next.config'

const script = join(import.meta.dirname, 'shop-process.ts')

export interface ShopOptions {
  /** With the sample catalog, as on a first start; else with empty shelves. */
  readonly sampleData: boolean
  /** As for whoever works on it, `/design` included; its pages are built when they are asked for. */
  readonly development?: boolean
}

/** A shop in another process, as a test sees it. */
export interface ShopHandle {
  readonly url: string
  ask<Name extends keyof ShopCommands>(
    name: Name,
    ...argument: Parameters<ShopCommands[Name]>
  ): Promise<Awaited<ReturnType<ShopCommands[Name]>>>
  /** Ends the process as a power cut would. */
  kill(): Promise<void>
  /** Opens the shop again on the same port and database, unless it is open. */
  reopen(): Promise<void>
  /** What the shop has logged since the last call; a shop that is well logs nothing at level warn. */
  takeLog(): string
  /** Kills the process and removes its database. */
  discard(): Promise<void>
}

/** Opens a real shop with the built storefront on a fresh database, on any free port. */
export async function openShopProcess({ sampleData, development = false }: ShopOptions): Promise<ShopHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'onhand-e2e-'))
  const env: ShopEnv = {
    DATABASE_URL: `file:${join(folder, 'shop.db')}`,
    SAMPLE_DATA: sampleData ? 'on' : 'off',
    MAILBOX: 'on',
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: development ? 'development' : 'production',
  }
  const logged: string[] = []
  const keep = (text: string): unknown => logged.push(text)
  const removeFolder = (): Promise<void> => rm(folder, { recursive: true, force: true })
  let { child, port } = await launch({ ...env, PORT: '0' }, keep).catch(async (error) => {
    await removeFolder()
    throw error
  })

  async function kill(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill('SIGKILL')
    await exited
  }

  return {
    url: `http://127.0.0.1:${port}`,
    ask: (name, ...[argument]) => ask(child, name, argument),
    kill,
    async reopen() {
      if (child.exitCode === null && child.signalCode === null) return
      ;({ child, port } = await launch({ ...env, PORT: String(port) }, keep))
    },
    takeLog: () => logged.splice(0).join(''),
    async discard() {
      await kill()
      await removeFolder()
    },
  }
}

type ShopEnv = Record<string, string> & { NODE_ENV: 'development' | 'production' }

async function launch(
  env: ShopEnv,
  keep: (text: string) => unknown,
): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(script, { execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: shopEnv(env) })
  const said: string[] = []
  for (const output of [child.stdout, child.stderr]) {
    output?.setEncoding('utf8').on('data', (text: string) => {
      if (text.startsWith(nextGreeting)) return
      said.push(text)
      keep(text)
    })
  }
  const [first] = await Promise.race([once(child, 'message'), once(child, 'exit')])
  if (isOpened(first)) return { child, port: first.port }
  throw new Error(`The shop did not open; was the storefront built?\n${said.join('')}`)
}

function isOpened(message: unknown): message is { port: number } {
  return typeof message === 'object' && message !== null && 'port' in message
}

/** Nothing of the caller's settings reaches the shop, apart from where programs are found. */
function shopEnv(env: ShopEnv): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env
  return { PATH, HOME, TMPDIR, HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...env }
}

let asked = 0

function ask<Value>(child: ChildProcess, name: string, argument: unknown): Promise<Value> {
  asked += 1
  const id = asked
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      child.off('message', onMessage)
      child.off('exit', onExit)
    }
    const onExit = (): void => reject(new Error(`The shop ended before it answered to ${name}`))
    const onMessage = (message: unknown): void => {
      const reply = message as { id: number; value: Value; error?: string }
      if (reply.id !== id) return
      stop()
      if (reply.error === undefined) resolve(reply.value)
      else reject(new Error(`${name}: ${reply.error}`))
    }
    child.on('message', onMessage)
    child.once('exit', onExit)
    child.send({ id, name, argument })
  })
}
