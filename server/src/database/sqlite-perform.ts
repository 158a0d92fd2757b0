import type BetterSqlite3 from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { LocklessQueryCompiler } from './lockless-query-compiler.ts'
import type { Prepare } from './sqlite-file.ts'
import { idsAfter, type LastId, lastIdOf } from './sqlite-ids.ts'
import { insertOf, insertRows } from './sqlite-insert.ts'
import type { Tables } from './tables.ts'
import type { Transaction, Work } from './transaction.ts'

/** The work that the module exports as `work`; its argument is JSON. */
export interface Whole {
  readonly module: string
  readonly argument: string
}

/** Does work in one transaction. */
export type Perform = (whole: Whole) => Promise<unknown>

export function createPerform(sqlite: BetterSqlite3.Database, prepare: Prepare): Perform {
  // What would undo a single statement would otherwise go through a file as soon as it has 64 KiB.
  sqlite.pragma('temp_store = memory')
  const db = new Kysely<Tables>({ dialect: new WriterDialect({ database: { prepare, close() {} } }) })

  return async ({ module, argument }) => {
    const work = works.get(module) ?? (await load(module))
    const tellings: Array<() => void> = []
    const tx: Transaction = {
      db,
      async insert(table, rows) {
        if (rows.length > 0) insertRows(prepare, insertOf(table, rows))
      },
      takeIds: async (table, count) => idsAfter(prepare(lastIdOf(table)).get() as LastId, count),
      afterCommit: (tell) => void tellings.push(tell),
    }
    prepare('begin immediate').run()
    try {
      const result = await work.run(tx, JSON.parse(argument))
      prepare('commit').run()
      for (const tell of tellings) tell()
      return result
    } finally {
      if (sqlite.inTransaction) prepare('rollback').run()
    }
  }
}

/** What was loaded before; to import it again takes as long as to write a row. */
const works = new Map<string, Work<unknown, unknown>>()

async function load(module: string): Promise<Work<unknown, unknown>> {
  const { work } = (await import(module)) as { work: Work<unknown, unknown> }
  works.set(module, work)
  return work
}

class WriterDialect extends SqliteDialect {
  override createQueryCompiler(): LocklessQueryCompiler {
    return new LocklessQueryCompiler()
  }
}
