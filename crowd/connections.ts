import * as http from 'node:http'
import * as https from 'node:https'

/** A request without an answer after this long counts as failed. */
const requestTimeoutMs = 5_000
/** Connections for requests; shoppers share them, each stream has its own beside them. */
const requestSocketsMax = 128
/** Longer answers are refused. */
const replyLengthMax = 20_000_000

export interface Reply {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly text: string
}

export interface TextHandlers {
  readonly onOpen: () => void
  readonly onText: (text: string) => void
  /** Called once, whatever ended it: the other side, the network, or a refusal. Not called after `close()`. */
  readonly onEnd: () => void
}

export interface Connection {
  close(): void
}

interface Message {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** HTTP to one origin: requests over kept connections, and endless texts, each over its own. */
export interface Connections {
  /** Throws when there is no complete answer. */
  request(method: string, path: string, message?: Message): Promise<Reply>
  openText(path: string, headers: Readonly<Record<string, string>>, handlers: TextHandlers): Connection
  close(): void
}

export function createConnections(origin: URL): Connections {
  const { Agent, request: open } = origin.protocol === 'https:' ? https : http
  const shared = new Agent({ keepAlive: true, maxSockets: requestSocketsMax })
  const apart = new Agent({ keepAlive: false, maxSockets: Infinity })

  return {
    request: (method, path, message) =>
      new Promise((resolve, reject) => {
        const signal = AbortSignal.timeout(requestTimeoutMs)
        const options = { agent: shared, method, headers: message?.headers ?? {}, signal }
        const sent = open(new URL(path, origin), options, (response) => {
          readAll(response).then(resolve, reject)
        })
        sent.once('error', reject)
        sent.end(message?.body)
      }),
    openText(path, headers, { onOpen, onText, onEnd }) {
      const end = Promise.withResolvers<void>()
      const options = { agent: apart, headers: { Accept: 'text/event-stream', ...headers } }
      const sent = open(new URL(path, origin), options, (response) => {
        response.once('close', end.resolve)
        response.once('error', end.resolve)
        if (response.statusCode !== 200) return void response.destroy()
        onOpen()
        response.setEncoding('utf8').on('data', (text: string) => isOpen && onText(text))
      })
      sent.once('error', end.resolve)
      sent.end()
      let isOpen = true
      void end.promise.then(() => isOpen && onEnd())
      return {
        close() {
          isOpen = false
          sent.destroy()
        },
      }
    },
    close() {
      shared.destroy()
      apart.destroy()
    },
  }
}

async function readAll(response: http.IncomingMessage): Promise<Reply> {
  let text = ''
  response.setEncoding('utf8')
  for await (const part of response) {
    text += part
    if (text.length > replyLengthMax) throw new Error(`an answer is longer than ${replyLengthMax} characters`)
  }
  return { status: response.statusCode ?? 0, headers: response.headers, text }
}
