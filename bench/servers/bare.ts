import express from 'express'

// What Express itself can do: no database, no validation, no headers of ours. Answers as many bytes as it is told.
const [listBytes = 0, checkoutBytes = 0] = process.argv.slice(2).map(Number)
const list = Buffer.from(`{"x":"${'x'.repeat(listBytes - 8)}"}`)
const answer = { x: 'x'.repeat(checkoutBytes - 8) }

const app = express()
app.get('/api/products', (_req, res) => {
  res.type('json').send(list)
})
app.post('/api/cart/checkout', express.json(), (_req, res) => {
  res.status(201).json(answer)
})
const server = app.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as { port: number }).port)
})
