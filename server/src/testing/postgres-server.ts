import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

/** Starts the PostgreSQL of `postgres-process.ts` for one run, and ends it after. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = fork(join(import.meta.dirname, 'postgres-process.ts'), { execArgv: [] })
  const exited = once(server, 'exit')
  const [url] = await Promise.race([once(server, 'message'), exited])
  if (typeof url !== 'string') throw new Error('PostgreSQL did not start')
  project.provide('postgresUrl', url)
  return async () => {
    server.disconnect()
    await exited
  }
}
