import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Open requests get this long to finish when the process is asked to end. */
const closeWaitMs = 5_000

/** Starts listening and returns the port. Port 0 takes any free one. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/** Takes no more connections and waits until open requests are answered; what takes too long is cut. */
export function closeServer(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), closeWaitMs)
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}

/** The line for the operator when listening failed. */
export function listenProblem(error: unknown, port: number, host: string): string | undefined {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return `PORT: ${port} is taken by another program; stop it, or set PORT to a free one`
  if (code === 'EACCES') return `PORT: ${port} needs rights that this user lacks; set PORT to 1024 or more`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST: ${host} is not an address of this machine`
  return undefined
}
