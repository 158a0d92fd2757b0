import { randomUUID } from 'node:crypto'
import { Socket } from 'node:net'
import pg from 'pg'
import type { Messenger } from './database.ts'

const channel = 'onhand'
/** The listening connection is made again this long after it was lost. */
const reconnectMs = 1_000

/**
 * Messages over LISTEN and NOTIFY: https://www.postgresql.org/docs/current/sql-notify.html. Sent outside every
 * transaction of ours, since a NOTIFY inside makes commits wait for each other.
 */
export function createPostgresMessenger(url: string, pool: pg.Pool): Messenger & { close(): void } {
  const self = randomUUID()
  let client: pg.Client | undefined
  let socket: Socket | undefined
  let reconnect: NodeJS.Timeout | undefined
  const listeners = new Set<(text: string) => void>()
  let closed = false

  async function listen(): Promise<void> {
    if (closed) return
    const mine = new Socket()
    const connection = new pg.Client({
      connectionString: url,
      application_name: 'onhand listener',
      keepAlive: true,
      stream: () => mine,
    })
    socket = mine
    client = connection
    const again = (): void => {
      if (client !== connection) return
      client = undefined
      if (!closed) reconnect = setTimeout(() => void listen(), reconnectMs)
    }
    connection.on('error', again)
    connection.on('end', again)
    connection.on('notification', ({ payload = '' }) => {
      const [sender, text] = split(payload)
      if (sender === self) return
      for (const listener of listeners) listener(text)
    })
    await connection
      .connect()
      .then(() => connection.query(`listen ${channel}`))
      .catch(again)
  }

  return {
    async send(text) {
      await pool.query('select pg_notify($1, $2)', [channel, `${self} ${text}`])
    },
    receive(listener) {
      listeners.add(listener)
      if (listeners.size === 1) void listen()
    },
    close() {
      closed = true
      clearTimeout(reconnect)
      // Not `end()`, which would wait for a goodbye that may never come.
      socket?.destroy()
    },
  }
}

function split(payload: string): [sender: string, text: string] {
  const space = payload.indexOf(' ')
  return [payload.slice(0, space), payload.slice(space + 1)]
}
