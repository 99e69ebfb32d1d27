import { connect, createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { FleetError } from '../model/errors.ts'

/**
 * One command at a time does a work of that name. The lock is a socket's name in the kernel (unix(7), abstract sockets):
 * it ends with its owner, however that ends, so that none is ever left to be judged and taken over.
 *
 * @param name of the lock, up to 90 letters. Example: lab/switch
 * @throws FleetError kind busy: who holds it
 */
export const withLock = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const path = `\0fleetnet-lab/${name}`
  const server = createServer((asker) => asker.on('error', () => undefined).end(String(process.pid)))
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve))
  } catch (cause) {
    if (!(cause instanceof Error) || !('code' in cause) || cause.code !== 'EADDRINUSE') throw cause
    throw new FleetError({ kind: 'busy', what: `another fleetnet lab command works on this rack (process ${await ownerOf(path)})`, next: ['wait until it has ended'] })
  }
  try {
    return await work()
  } finally {
    server.close()
  }
}

const ownerOf = async (path: string): Promise<string> => {
  const socket = connect(path).setTimeout(1000, () => socket.destroy())
  const said = await text(socket).catch(() => '')
  return /^\d{1,10}$/.test(said) ? said : 'unknown'
}
