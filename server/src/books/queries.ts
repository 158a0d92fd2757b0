import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

/** Findings listed for one rule; more of the same would tell no more. */
const findingsMax = 20

interface Finding {
  readonly subject: string
  readonly detail: string
}

/** Products whose stock or version is not what their movements add up to. */
export function selectUnbalancedProducts(db: Db): Promise<Finding[]> {
  return findings(
    db,
    sql`select p.id as subject,
      'stock ' || p.stock || ' at version ' || p.version || ', but the ledger has ' || coalesce(m.sum, 0)
        || ' after ' || coalesce(m.count, 0) || ' movements' as detail
    from products p left join (
      select product_id, sum(delta) as sum, count(*) as count from stock_movements group by product_id
    ) m on m.product_id = p.id
    where p.stock < 0 or p.stock <> coalesce(m.sum, 0) or p.version <> coalesce(m.count, 0)`,
  )
}

/** Movements that do not follow the one before: a gap in the versions, or a stock that is not the last one and the delta. */
export function selectBrokenMovements(db: Db): Promise<Finding[]> {
  return findings(
    db,
    sql`select product_id as subject,
      'version ' || version || ' leaves ' || stock_after || ', after version ' || version_before || ' left '
        || stock_before || ' and a delta of ' || delta as detail
    from (
      select m.product_id, m.version, m.delta, m.stock_after,
        coalesce(p.version, 0) as version_before, coalesce(p.stock_after, 0) as stock_before
      from stock_movements m left join stock_movements p on p.id = m.previous_id and p.product_id = m.product_id
    ) movements
    where version <> version_before + 1 or stock_after <> stock_before + delta or stock_after < 0`,
  )
}

/** Products whose history does not end at their version. With as many movements as that, it is then all of them. */
export function selectLostHistories(db: Db): Promise<Finding[]> {
  return findings(
    db,
    sql`select p.id as subject,
      'at version ' || p.version || ', but its history ends at version ' || coalesce(m.version, 0) as detail
    from products p left join stock_movements m on m.id = p.last_movement_id and m.product_id = p.id
    where p.version <> coalesce(m.version, 0)`,
  )
}

/** Order lines that no sale took from the stock, or not just once, or not as much. */
export function selectUnsoldLines(db: Db): Promise<Finding[]> {
  return findings(
    db,
    sql`select l.order_id as subject,
      l.quantity || ' of ' || l.product_id || ' ordered, ' || coalesce(s.sold, 0) || ' taken by '
        || coalesce(s.count, 0) || ' sales' as detail
    from order_lines l left join (
      select cause, product_id, -sum(delta) as sold, count(*) as count
      from stock_movements where reason = 'sale' group by cause, product_id
    ) s on s.cause = l.order_id and s.product_id = l.product_id
    where s.cause is null or s.count <> 1 or s.sold <> l.quantity`,
  )
}

/** Sales that belong to no order line. */
export function selectStraySales(db: Db): Promise<Finding[]> {
  return findings(
    db,
    sql`select m.product_id as subject, 'version ' || m.version || ' was sold for ' || m.cause || ', which has no such line' as detail
    from stock_movements m left join order_lines l on l.order_id = m.cause and l.product_id = m.product_id
    where m.reason = 'sale' and l.order_id is null`,
  )
}

/** Lines of cancelled orders that did not come back, or not just once, or not as much. */
export function selectUnreturnedLines(db: Db): Promise<Finding[]> {
  return findings(
    db,
    sql`select l.order_id as subject,
      l.quantity || ' of ' || l.product_id || ' cancelled, ' || coalesce(r.returned, 0) || ' brought back by '
        || coalesce(r.count, 0) || ' movements' as detail
    from orders o join order_lines l on l.order_id = o.id left join (
      select cause, product_id, sum(delta) as returned, count(*) as count
      from stock_movements where reason = 'cancellation' group by cause, product_id
    ) r on r.cause = l.order_id and r.product_id = l.product_id
    where o.status = 'cancelled' and (r.cause is null or r.count <> 1 or r.returned <> l.quantity)`,
  )
}

/** Pieces that came back for an order that was not cancelled, or had none of them. */
export function selectStrayReturns(db: Db): Promise<Finding[]> {
  return findings(
    db,
    sql`select m.product_id as subject,
      'version ' || m.version || ' came back for ' || m.cause || ', which has no such cancelled line' as detail
    from stock_movements m
      left join order_lines l on l.order_id = m.cause and l.product_id = m.product_id
      left join orders o on o.id = l.order_id and o.status = 'cancelled'
    where m.reason = 'cancellation' and o.id is null`,
  )
}

/** Orders without lines, or whose lines do not make their total. */
export function selectUnbalancedOrders(db: Db): Promise<Finding[]> {
  return findings(
    db,
    sql`select o.id as subject, 'total ' || o.total || ', lines of ' || coalesce(l.sum, 0) as detail
    from orders o left join (
      select order_id, sum(quantity * cast(unit_price as bigint)) as sum from order_lines group by order_id
    ) l on l.order_id = o.id
    where l.order_id is null or o.total <> l.sum`,
  )
}

/** A key and whose it is. */
export interface KeyPlace {
  readonly owner: string
  readonly key: string
}

/** Kept answers that are orders, after `after`, in the order of their owners and keys. */
export function selectAcceptedAnswers(
  db: Db,
  after: KeyPlace,
  limit: number,
): Promise<Array<KeyPlace & { body: string }>> {
  return db
    .selectFrom('idempotency_keys')
    .select(['owner', 'key', 'body'])
    .where('status', '=', 201)
    .where('body', 'like', '{"order":%')
    .where(({ eb, refTuple, tuple }) => eb(refTuple('owner', 'key'), '>', tuple(after.owner, after.key)))
    .orderBy('owner')
    .orderBy('key')
    .limit(limit)
    .execute()
}

export async function selectOrderIds(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db.selectFrom('orders').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map((row) => row.id))
}

/** Orders made since a moment, after the id `after`, in the order of their ids. */
export function selectOrdersSince(
  db: Db,
  since: string,
  after: string,
  limit: number,
): Promise<Array<{ id: string; createdAt: string }>> {
  return db
    .selectFrom('orders')
    .select(['id', 'created_at as createdAt'])
    .where('created_at', '>=', since)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Movements that nothing and nobody is named for. */
export function selectCauselessMovements(db: Db): Promise<Finding[]> {
  return findings(
    db,
    sql`select product_id as subject, 'version ' || version || ', a ' || reason || ', has no cause or no actor' as detail
    from stock_movements where cause = '' or reason = '' or actor = ''`,
  )
}

export async function countBooks(db: Db): Promise<Record<'products' | 'movements' | 'orders', number>> {
  const [products, movements, orders] = await Promise.all(
    (['products', 'stock_movements', 'orders'] as const).map((table) =>
      db
        .selectFrom(table)
        .select((count) => count.fn.countAll<number>().as('rows'))
        .executeTakeFirstOrThrow(),
    ),
  )
  return { products: products?.rows ?? 0, movements: movements?.rows ?? 0, orders: orders?.rows ?? 0 }
}

async function findings(db: Db, query: ReturnType<typeof sql>): Promise<Finding[]> {
  const { rows } = await sql<Finding>`${query} limit ${sql.lit(findingsMax)}`.execute(db)
  return rows
}
