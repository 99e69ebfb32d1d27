import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import test from 'ava'
import { openFleet, outcomesOf, startApply, trunkHost } from '../../run/harness.ts'
import { fleetnet, needBuild } from '../bin.ts'

test('a host as fleetnet left it is as desired; what xend would build again is a difference', async (t) => {
  await needBuild()
  const fleet = await openFleet(t, [trunkHost(4)])
  const run = await startApply(fleet)
  t.deepEqual(Object.values(outcomesOf(await run.result)), ['committed'])
  const [host] = fleet.hosts
  const [simulated] = fleet.fleet.hosts
  if (host === undefined || simulated === undefined) throw new Error('a host was expected')
  const { network, root, ssh } = host
  const folder = join(fleet.folder, 'work')
  await mkdir(folder)
  const inventory = { hosts: { h4: { ssh, root, network, playbook: 'oracle-vm-trunk' } } }
  await writeFile(join(folder, 'fleet.json'), JSON.stringify(inventory))
  const verify = async (playbook: string) => fleetnet(['verify', '-i', 'fleet.json', '-p', playbook, '--format', 'json'], { cwd: folder })

  const good = await verify('oracle-vm-trunk')
  t.deepEqual([good.code, good.stderr], [0, ''], good.stdout)
  t.like(JSON.parse(good.stdout), { version: 1, hosts: [{ name: 'h4', status: 'as desired', differences: [] }] })

  await writeFile(join(root, 'etc/xen/xend-config.sxp'), '(network-script network-bridge)\n')
  const drifted = await verify('bonded-trunk')
  t.is(drifted.code, 2, drifted.stderr)
  t.like(JSON.parse(drifted.stdout), { hosts: [{ name: 'h4', status: 'differs', differences: [{ kind: 'running', device: 'xend', found: '(network-script network-bridge) in line 1 of /etc/xen/xend-config.sxp' }] }] })
  const file = await verify('oracle-vm-trunk')
  t.is(file.code, 2)
  t.like(JSON.parse(file.stdout), { hosts: [{ differences: [{ kind: 'file', device: '/etc/xen/xend-config.sxp' }] }] })
})
