import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A proxy in front of a shop that can hold streams back, as one does that collects an answer before it passes it on. */
export interface HoldingProxy {
  readonly url: string
  /** Streams that begin from now on come through. */
  release(): void
  close(): Promise<void>
}

/** Opens such a proxy on any free port; it holds until it is told to release. */
export async function openHoldingProxy(shopUrl: string): Promise<HoldingProxy> {
  let holds = true

  function passOn(req: IncomingMessage, res: ServerResponse): void {
    const onward = request(shopUrl + req.url, { method: req.method, headers: req.headers }, (answer) => {
      if (holds && answer.headers['content-type']?.startsWith('text/event-stream'))
        return void answer.resume()
      res.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(res)
    })
    onward.once('error', () => res.destroy())
    res.once('close', () => onward.destroy())
    req.pipe(onward)
  }

  const server = createServer(passOn).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    release: () => {
      holds = false
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
