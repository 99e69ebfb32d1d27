import { userInfo } from 'node:os'
import test from 'ava'
import type { Transport } from '../../src/model/connection.ts'
import { transportContract, type Peer } from './contract.ts'
import { testWith } from './needs.ts'
import { sshd, startOpensshServer, type OpensshServer } from './openssh-server.ts'
import { knownLine, newOperator, targetOf, type Operator } from './operator.ts'
import { newKey } from './ssh-server.ts'

const [hostKey, key] = [newKey(), newKey()]
let started: { readonly server: OpensshServer; readonly operator: Operator; readonly transport: Transport } | undefined

test.before(async () => {
  if (sshd === undefined) return
  const server = await startOpensshServer({ hostKeys: [hostKey], authorizedKeys: [key.public] })
  const operator = await newOperator()
  await operator.write('id_ed25519', key.private)
  await operator.write('known_hosts', knownLine(`[127.0.0.1]:${server.port},peer`, hostKey))
  started = { server, operator, transport: operator.transport() }
})

const peer = (): Peer => {
  if (started === undefined) throw new TypeError('no server was started')
  return { transport: started.transport, target: targetOf(started.server.port, { user: userInfo().username }) }
}

transportContract(testWith(sshd !== undefined, 'the package openssh-server', true), peer)

test.after.always(async () => {
  await started?.transport.close()
  await started?.server.stop()
  await started?.operator.remove()
})
