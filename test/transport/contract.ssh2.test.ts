import test from 'ava'
import { transportContract } from './contract.ts'
import { knownLine, newOperator, targetOf } from './operator.ts'
import { newKey, startSshServer } from './ssh-server.ts'

const [hostKey, key] = [newKey(), newKey()]
const server = await startSshServer({ hostKeys: [hostKey], authorizedKeys: [key.public] })
const operator = await newOperator()
await operator.write('id_ed25519', key.private)
await operator.write('known_hosts', knownLine(`[127.0.0.1]:${server.port},peer`, hostKey))
const transport = operator.transport()

transportContract(
  (title, run) => test.serial(title, run),
  () => ({ transport, target: targetOf(server.port) }),
)

test.after.always(async () => {
  // Does not resolve when a connection is left open.
  await server.idle()
  await transport.close()
  await server.stop()
  await operator.remove()
})
