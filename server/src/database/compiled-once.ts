import { CompiledQuery } from 'kysely'
import type { Db } from './database.ts'
import { recentlyUsed } from './recently-used.ts'

/** Texts kept of one query, one for each length its lists came in lately. */
const textsMax = 200

/**
 * A query over lists whose text Kysely works out once for each length they come in: to build and compile it again would take
 * half as long as to run it. For what every checkout asks.
 *
 * @param build the query, whose text depends on nothing but the lengths of the lists
 * @param listsOf the lists: all its parameters, in their order in the text
 * @returns runs it
 */
export function compiledOnce<Argument, Row>(
  build: (db: Db, argument: Argument) => CompiledQuery<Row>,
  listsOf: (argument: Argument) => ReadonlyArray<readonly unknown[]>,
): (db: Db, argument: Argument) => Promise<Row[]> {
  const textsOf = new WeakMap<object, ReturnType<typeof recentlyUsed<string, string>>>()
  return async (db, argument) => {
    // Transactions share the adapter of their database.
    const { adapter } = db.getExecutor()
    const textFor = textsOf.get(adapter) ?? recentlyUsed<string, string>(textsMax)
    textsOf.set(adapter, textFor)
    const lists = listsOf(argument)
    const lengths = lists.map(({ length }) => length).join()
    const parameters = lists.flat()
    const text = textFor(lengths, () => textOf(build(db, argument), parameters))
    const query = CompiledQuery.raw(text, parameters) as CompiledQuery<Row>
    return (await db.executeQuery(query)).rows
  }
}

function textOf(query: CompiledQuery<unknown>, parameters: readonly unknown[]): string {
  const { length } = query.parameters
  if (length !== parameters.length || query.parameters.some((value, index) => value !== parameters[index]))
    throw new Error(`the lists are not the parameters of: ${query.sql}`)
  return query.sql
}
