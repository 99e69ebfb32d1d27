// The files of a live host, read over a real OpenSSH sshd by the probe, and nothing changed.
import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { testWith } from '../transport/needs.ts'
import { sshd } from '../transport/openssh-server.ts'
import { newKey } from '../transport/ssh-server.ts'
import { configurationOf } from './files.ts'
import { hostOf, openMachine } from './hosts.ts'
import { fleetnet, knowAll, newOperator, writeInventory } from './operator.ts'

const withSshd = testWith(sshd !== undefined && process.getuid?.() === 0, 'the package openssh-server, as root', true)

withSshd('the files of a live host are looked at, and left as they are', async (t) => {
  const key = newKey()
  const machine = await openMachine(t, 1, { authorizedKeys: [key.public], hostKey: newKey() })
  const operator = await newOperator(t, key)
  await knowAll(operator, machine)
  await writeInventory(operator, machine, 'prod', { playbook: 'trunk' })
  const host = hostOf(machine, 'h1')
  const file = join(host.root, 'etc/sysconfig/network-scripts/ifcfg-br7')
  await writeFile(file, 'DEVICE=br7\nTYPE=bridge\n# \u001b[31mred\n')
  await chmod(file, 0o640)
  const before = await configurationOf(host)
  for (const words of [['--host', 'h1'], ['-l', 'h1']]) {
    const ended = await fleetnet(operator, ['lint', '-i', 'prod', ...words])
    t.is(ended.code, 1, ended.stdout + ended.stderr)
    t.regex(ended.stdout, /^h1:\/etc\/sysconfig\/network-scripts\/ifcfg-br7:2: error E04: TYPE=bridge is not Bridge/m)
    t.regex(ended.stdout, /^1 error$/m)
  }
  const refused = await fleetnet(operator, ['lint', '-i', 'prod', '--host', 'h1', '--fix'])
  t.is(refused.code, 1)
  t.regex(refused.stderr, /fleetnet apply/)
  t.deepEqual(await configurationOf(host), before)
})

withSshd('a host that cannot be asked ends with 3, and says why', async (t) => {
  const key = newKey()
  const machine = await openMachine(t, 1, { authorizedKeys: [newKey().public], hostKey: newKey() })
  const operator = await newOperator(t, key)
  await knowAll(operator, machine)
  await writeInventory(operator, machine, 'prod', { playbook: 'trunk' })
  const ended = await fleetnet(operator, ['lint', '-i', 'prod', '--host', 'h1'])
  t.is(ended.code, 3, ended.stdout + ended.stderr)
  t.regex(ended.stderr, /h1/)
})
