import { randomUUID } from 'node:crypto'
import express from 'express'
import pg from 'pg'

// How a careful shop does it without group commit: each order is a transaction of its own with a guarded update.
const [databaseUrl = ''] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: databaseUrl, max: 64 })
await pool.query(`
  create table plain_products (id text primary key, stock integer not null check (stock >= 0));
  create table plain_orders (id text primary key, created_at timestamptz not null default now());
  create table plain_lines (order_id text not null references plain_orders, product_id text not null, quantity integer not null);
  create table plain_keys (key text primary key, body text not null);
  insert into plain_products select 'p' || n, 1000000000 from generate_series(0, 23) n;
`)

interface Item {
  productId: string
  quantity: number
}

async function buy(items: readonly Item[], key: string): Promise<object> {
  const client = await pool.connect()
  try {
    const id = randomUUID()
    await client.query('begin')
    for (const { productId, quantity } of items.toSorted((a, b) => (a.productId < b.productId ? -1 : 1))) {
      const update = 'update plain_products set stock = stock - $2 where id = $1 and stock >= $2'
      const { rowCount } = await client.query({ name: 'take', text: update, values: [productId, quantity] })
      if (rowCount !== 1) throw new Error('not enough')
    }
    await client.query({ name: 'order', text: 'insert into plain_orders (id) values ($1)', values: [id] })
    for (const { productId, quantity } of items) {
      const insert = 'insert into plain_lines values ($1, $2, $3)'
      await client.query({ name: 'line', text: insert, values: [id, productId, quantity] })
    }
    await client.query({ name: 'key', text: 'insert into plain_keys values ($1, $2)', values: [key, id] })
    await client.query('commit')
    return { order: { id } }
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

const app = express()
app.post('/api/cart/checkout', express.json(), async (req, res) => {
  res.status(201).json(await buy(req.body.items, req.get('Idempotency-Key') ?? ''))
})
const server = app.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as { port: number }).port)
})
