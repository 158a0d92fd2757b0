import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { verifyBooks } from '../server/src/books/verify-books.ts'
import { shopEnvironment, shopProgram } from '../server/src/testing/start-shop-process.ts'
import { openTestShops } from '../server/src/testing/start-test-shop.ts'
import { freshFileUrl, freshPostgresUrl } from '../server/src/testing/test-database.ts'
import { untilOver } from '../server/src/testing/when-over.ts'
import type { Fault, Ground } from './fault.ts'
import { startPostgres } from './postgres.ts'

/** A first start takes about so long. */
const startMs = 900
const processes = 2
const sampleProducts = 24

/** Processes that make the database and fill it are killed while they do; the next to start finds it whole, or makes it so. */
export function killStart(on: Ground): Fault {
  return {
    name: 'kill-start',
    what: 'kill -9 of two first starts at once',
    on,
    strikes: 6,
    async stage({ strikes, random }) {
      const server = on === 'SQLite' ? undefined : await startPostgres()
      const broken: string[] = []
      for (let strike = 0; strike < strikes; strike += 1) {
        const killedAfterMs = random() * startMs
        await untilOver(async () => {
          const databaseUrl = server ? await freshPostgresUrl(server.url) : freshFileUrl()
          await startAndKill(databaseUrl, killedAfterMs)
          const findings = await startAndCheck(databaseUrl)
          broken.push(
            ...findings.map((finding) => `killed after ${Math.round(killedAfterMs)} ms: ${finding}`),
          )
        })
      }
      return { strikes, requests: 0, orders: 0, unanswered: 0, checked: 'G1 G2 G5 G6 G10', broken }
    },
  }
}

async function startAndKill(databaseUrl: string, afterMs: number): Promise<void> {
  const env = { ...shopEnvironment(databaseUrl), SAMPLE_DATA: 'on' }
  const starting = Array.from({ length: processes }, () => {
    const child = spawn(process.execPath, [shopProgram], { stdio: 'ignore', env })
    return { child, exited: once(child, 'exit') }
  })
  await sleep(afterMs)
  for (const { child } of starting) child.kill('SIGKILL')
  await Promise.all(starting.map(({ exited }) => exited))
}

async function startAndCheck(databaseUrl: string): Promise<string[]> {
  const [shop] = await openTestShops(databaseUrl, 1, { SAMPLE_DATA: 'on' })
  const { findings, counted } = await verifyBooks(shop.database.db)
  const broken = findings.map(({ rule, subject, detail }) => `books: ${rule}: ${subject}: ${detail}`)
  return counted.products === sampleProducts
    ? broken
    : [...broken, `G5: there are ${counted.products} products`]
}
