// A server that goes away and comes back, for those who reach it through here: connections broken, new ones refused.

import { connect, createServer, type NetConnectOpts, type Server, type Socket } from 'node:net'

export type Passage = { port: number; down: () => Promise<void>; up: () => Promise<void> }

/** Opens a port on loopback that leads to the server until it is taken down. */
export async function openPassage(to: NetConnectOpts): Promise<Passage> {
  const sockets = new Set<Socket>()
  let server = await listen(0)
  const port = portOf(server)
  return {
    port,
    down: async () => {
      const closed = new Promise((resolve) => void server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
    up: async () => {
      server = await listen(port)
    },
  }

  function listen(on: number): Promise<Server> {
    const listening = createServer((near) => {
      const far = connect(to)
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(one)
        one.on('error', () => {})
        one.on('close', () => {
          sockets.delete(one)
          other.destroy()
        })
        one.pipe(other)
      }
    })
    return new Promise((resolve, reject) => {
      listening.once('error', reject)
      listening.listen(on, '127.0.0.1', () => resolve(listening))
    })
  }
}

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The passage listens on no port')
  return address.port
}
