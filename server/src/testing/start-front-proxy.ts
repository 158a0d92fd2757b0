import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { eventually } from './eventually.ts'
import { whenOver } from './when-over.ts'

const samples = readFileSync(fileURLToPath(new URL('../../../docs/proxies.md', import.meta.url)), 'utf8')

/** Debian keeps servers where the PATH of a user does not lead. */
const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']

/** Where a program is installed. */
export function findProgram(name: string): string | undefined {
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
}

/** What has to be installed for a proxy to be tried. */
export const programsOf = { nginx: ['nginx', 'openssl'], caddy: ['caddy'] } as const

export type FrontProxy = keyof typeof programsOf

/** Starts a proxy with the sample of docs/proxies.md in front of a shop. Returns its address, which is https. */
export async function startFrontProxy(proxy: FrontProxy, shopPort: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), `onhand-${proxy}-`))
  const port = await freePort()
  const sample = sampleOf(proxy).replaceAll('127.0.0.1:3000', `127.0.0.1:${shopPort}`)
  const child = proxy === 'nginx' ? startNginx(folder, port, sample) : startCaddy(folder, port, sample)
  const exited = once(child, 'exit')
  whenOver(async () => {
    child.kill('SIGTERM')
    await exited
    rmSync(folder, { recursive: true, force: true })
  })
  await eventually(() => canConnect(port), { timeout: 15_000, interval: 50 })
  return `https://localhost:${port}`
}

function sampleOf(proxy: FrontProxy): string {
  const [, sample] = new RegExp(`\`\`\`${proxy}\n([^\`]+)\`\`\``).exec(samples) ?? []
  if (sample === undefined) throw new Error(`docs/proxies.md has no sample for ${proxy}`)
  return sample
}

function startNginx(folder: string, port: number, sample: string): ChildProcess {
  const [certificate, key] = [join(folder, 'own.pem'), join(folder, 'own.key')]
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost']
  execFileSync(findProgram('openssl') ?? '', [...request, '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  })
  const own = sample
    .replace('listen 443', `listen 127.0.0.1:${port}`)
    .replace('/etc/ssl/shop.example.pem', certificate)
    .replace('/etc/ssl/shop.example.key', key)
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  )
  const config = `daemon off; pid ${folder}/pid; error_log ${folder}/log; events {}
    http { access_log off; ${paths.join(' ')}\n${own} }`
  writeFileSync(join(folder, 'nginx.conf'), config)
  const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'log')]
  return spawn(findProgram('nginx') ?? 'nginx', args, { stdio: 'ignore' })
}

function startCaddy(folder: string, port: number, sample: string): ChildProcess {
  const own = sample.replace('shop.example {', `localhost:${port} {\n  bind 127.0.0.1\n  tls internal`)
  const options = `admin off\n auto_https disable_redirects\n skip_install_trust\n storage file_system ${folder}`
  writeFileSync(join(folder, 'Caddyfile'), `{\n ${options}\n}\n${own}`)
  const args = ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')]
  return spawn(findProgram('caddy') ?? 'caddy', args, {
    stdio: 'ignore',
    env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
  })
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}

async function canConnect(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
  } finally {
    socket.destroy()
  }
}
