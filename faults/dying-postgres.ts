import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Fault, type Ground, processesOf } from './fault.ts'
import { type Postgres, startPostgres } from './postgres.ts'
import { startRunningShop } from './running-shop.ts'
import { strikeOften, tradeThrough } from './trade-through.ts'

/** Of the shop's connections each dies with this likelihood. */
const share = 0.5
const downMaxMs = 500

/** pg_terminate_backend on some of the shop's connections. */
export function endConnections(on: Ground): Fault {
  return {
    name: 'end-connections',
    what: 'pg_terminate_backend at random',
    on,
    strikes: 40,
    stage: (plan) =>
      stageOn(on, plan, async ({ url }) => {
        const pids = (await backendsOf(url)).filter(() => plan.random() < share)
        await ask(url, 'select pg_terminate_backend(pid) from unnest($1::int[]) as pid', [pids])
      }),
  }
}

/** kill -9 of one connection's process: the server then ends all the others and recovers. */
export function killBackends(on: Ground): Fault {
  return {
    name: 'kill-backend',
    what: 'kill -9 of a process of PostgreSQL',
    on,
    strikes: 4,
    stage: (plan) =>
      stageOn(on, plan, async ({ url }) => {
        const pids = await backendsOf(url)
        const pid = pids[Math.floor(plan.random() * pids.length)]
        if (pid !== undefined) process.kill(pid, 'SIGKILL')
      }),
  }
}

/** kill -9 of the server itself, which is started again after a while. */
export function killServer(on: Ground): Fault {
  return {
    name: 'kill-postgres',
    what: 'kill -9 of PostgreSQL, started again',
    on,
    strikes: 3,
    stage: (plan) =>
      stageOn(on, plan, async (server) => {
        server.kill()
        await sleep(plan.random() * downMaxMs)
        await server.restart()
      }),
  }
}

async function stageOn(
  on: Ground,
  plan: Parameters<Fault['stage']>[0],
  strike: (server: Postgres) => Promise<void>,
): ReturnType<Fault['stage']> {
  const server = await startPostgres()
  return tradeThrough(plan, {
    databaseUrl: server.url,
    open: () => startRunningShop(server.url, processesOf(on)),
    strike: (_shop, orders) => strikeOften(plan, orders, () => strike(server)),
  })
}

async function backendsOf(url: string): Promise<number[]> {
  const rows = await ask(url, "select pid from pg_stat_activity where application_name = 'onhand'")
  return rows.map(({ pid }) => pid)
}

async function ask(url: string, statement: string, values: unknown[] = []): Promise<Array<{ pid: number }>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement, values)).rows
  } finally {
    await client.end()
  }
}
