import { spawn } from 'node:child_process'

// Next reloads the storefront by itself; the server starts anew when one of its files changes. Watching what is imported
// instead, it would start anew with every page that Next builds.
const watched = ['server/src', 'server/messages', 'contract/src'].map((folder) => `--watch-path=${folder}`)
const server = spawn(process.execPath, [...watched, '--watch-preserve-output', 'server/src/main.ts'], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' },
})
process.on('SIGINT', () => {})
process.on('SIGTERM', () => server.kill('SIGTERM'))
server.on('exit', (code) => process.exit(code ?? 0))
