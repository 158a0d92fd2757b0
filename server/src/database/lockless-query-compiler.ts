import { type SelectModifierNode, SqliteQueryCompiler } from 'kysely'

/** Leaves `for update` and `for key share` out: a transaction on SQLite has locked everything when it begins. */
export class LocklessQueryCompiler extends SqliteQueryCompiler {
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (node.modifier !== 'ForUpdate' && node.modifier !== 'ForKeyShare') super.visitSelectModifier(node)
  }
}
