import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { testSecret } from './start-test-shop.ts'
import { whenOver } from './when-over.ts'

export const shopProgram = fileURLToPath(new URL('../main.ts', import.meta.url))

/** A process that takes longer to end is killed. */
const closeMaxMs = 2_000

export interface ShopProcess {
  readonly url: string
  readonly pid: number
  /** Settles when it is dead. */
  readonly exited: Promise<unknown>
  /** Ends the process the way a power cut does: nothing of it runs any more. */
  kill(): Promise<void>
}

/** A shop in a process of its own, as `npm start` runs it but for the storefront. */
export async function startShopProcess(databaseUrl: string): Promise<ShopProcess> {
  const child = spawn(process.execPath, [shopProgram], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: shopEnvironment(databaseUrl),
  })
  const exited = once(child, 'exit')
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await exited
  }
  whenOver(async () => {
    // Asked first, since only a process that ends by itself writes its compiled code for the next.
    child.kill('SIGTERM')
    const impatience = setTimeout(kill, closeMaxMs)
    await exited
    clearTimeout(impatience)
  })
  return { url: `http://127.0.0.1:${await portOf(child)}`, pid: child.pid ?? 0, exited, kill }
}

/** The settings of a shop in a process of its own. */
export function shopEnvironment(databaseUrl: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: 'production',
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    STOREFRONT: 'off',
    SAMPLE_DATA: 'off',
    LOG_LEVEL: 'info',
    AUTH_SECRET: testSecret,
  }
}

/** The port stands in the log line that says the shop is open. */
async function portOf(child: ChildProcess): Promise<number> {
  let printed = ''
  // The pipe stays open: the shop would end if nobody took its words.
  for await (const chunk of child.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    printed += chunk
    const port = /"port":(\d+)/.exec(printed)?.[1]
    if (port) {
      child.stdout?.resume()
      return Number(port)
    }
  }
  throw new Error(`the shop did not open: ${printed}`)
}
