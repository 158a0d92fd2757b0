import type { Transaction } from './transaction.ts'

/**
 * Work for one transaction that a database may do in a thread of its own. There it is loaded by its module, which exports
 * it as `work`; argument and result go there and back as JSON. It runs under the rules of `inTransaction`.
 */
export interface Work<Argument, Result> {
  /** The module's `import.meta.url`. */
  readonly module: string
  /** @returns what is read when the transaction is committed */
  run(tx: Transaction, argument: Argument): Promise<Result>
}
