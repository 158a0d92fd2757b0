import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { answerCommands } from './answer-commands.ts'

// The least that a Node server can do for many streams: hold them, and write the same bytes to every socket in a loop.
const sockets = new Set<Socket>()
const server = createServer((_req, res) => {
  res.removeHeader('Transfer-Encoding')
  res.writeHead(200, { 'Content-Type': 'text/event-stream', Connection: 'close' })
  res.flushHeaders()
  const { socket } = res
  if (!socket) return
  sockets.add(socket.setNoDelay(true))
  socket.on('close', () => sockets.delete(socket))
})

let version = 0
let changing: NodeJS.Timeout | undefined
let changedAt: number[] = []

function change(): void {
  version += 1
  changedAt.push(performance.timeOrigin + performance.now())
  const id = 'prod_00000000000000000000000000000000'
  const data = JSON.stringify({ changes: [{ productId: id, stock: 1_000_000_000, version }] })
  const bytes = Buffer.from(`event: stock\nid: 00000000:${version}\ndata: ${data}\n\n`)
  for (const socket of sockets) socket.write(bytes)
}

answerCommands((command) => {
  const { everyMs } = command as { everyMs: number }
  clearInterval(changing)
  const told = { changedAt, firstVersion: version - changedAt.length + 1 }
  changedAt = []
  if (everyMs > 0) changing = setInterval(change, everyMs)
  return told
})
server.listen(0, '127.0.0.1', 65_535, () => process.send?.((server.address() as AddressInfo).port))
