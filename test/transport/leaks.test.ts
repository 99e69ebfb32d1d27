import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import test from 'ava'
import { freePort } from './loopback.ts'
import { knownLine, newOperator } from './operator.ts'
import { newKey, startSshServer } from './ssh-server.ts'

test('a process that has used the transport ends by itself', async (t) => {
  const [hostKey, key] = [newKey(), newKey()]
  const server = await startSshServer({ hostKeys: [hostKey], authorizedKeys: [key.public] })
  const operator = await newOperator()
  await operator.write('id_ed25519', key.private)
  await operator.write('known_hosts', knownLine(`[127.0.0.1]:${server.port}`, hostKey))
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('./use-transport.ts', import.meta.url)), operator.home, String(server.port), String(await freePort())],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const parts: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => parts.push(part))
  const code = await new Promise((resolve) => child.once('close', resolve))
  t.is(code, 0)
  const { done, ended } = JSON.parse(Buffer.concat(parts).toString())
  t.deepEqual(done, ['exited', 'timed-out', 'aborted', 'connect', 'connect', 'authentication', 'interrupted', 'host-key'])
  t.true(performance.timeOrigin + performance.now() - ended < 5_000, 'no timer and no socket keeps it')
  await server.idle()
  await server.stop()
  await operator.remove()
})
