// Run by leaks.test.ts: HOME PORT CLOSED-PORT. Uses the transport in every way that ends, and then does nothing more.
import { FleetError } from '../../src/model/errors.ts'
import type { SshTarget } from '../../src/model/host.ts'
import { createSecretSource, createSshTransport } from '../../src/transport/index.ts'
import { listen } from './loopback.ts'

const [home = '', port = '', closedPort = ''] = process.argv.slice(2)
const transport = createSshTransport({ secrets: createSecretSource({ env: {}, ask: undefined }), hostKeys: 'strict', home, env: {} })
const target: SshTarget = { host: '127.0.0.1', port: Number(port), user: 'root', connectTimeout: 60, keepalive: 5, become: false }
const kindOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'connected',
    (error: unknown) => (error instanceof FleetError ? error.kind : String(error)),
  )

const done: string[] = []
const connection = await transport.connect('host', target)
done.push((await connection.exec({ command: 'cat', input: 'x', timeout: 60_000 }).result).ended)
done.push((await connection.exec({ command: 'sleep 60', timeout: 200 }).result).ended)
const aborted = connection.exec({ command: 'sleep 60', timeout: 60_000 })
aborted.abort()
done.push((await aborted.result).ended)
connection.close()
await connection.closed
done.push(await kindOf(transport.connect('host', { ...target, port: Number(closedPort) })))
const silent = await listen(() => undefined)
done.push(await kindOf(transport.connect('host', { ...target, port: silent.port, connectTimeout: 0.2 })))
done.push(await kindOf(transport.connect('host', { ...target, identityFile: `${home}/gone` })))
done.push(await kindOf(transport.connect('host', { ...target, port: silent.port }, { signal: AbortSignal.timeout(100) })))
await silent.stop()
done.push(await kindOf(transport.connect('host', target, { pinnedHostKey: 'SHA256:other' })))
await transport.close()
console.log(JSON.stringify({ done, ended: performance.timeOrigin + performance.now() }))
