import test from 'ava'
import type { SimulatedSwitch } from '../../src/sim/index.ts'
import { bondedTrunk, hostFor } from './helpers.ts'

const rows: readonly { readonly why: string; readonly change: Partial<SimulatedSwitch>; readonly untagged: boolean; readonly trunk: boolean }[] = [
  { why: 'a switch that was prepared', change: {}, untagged: true, trunk: true },
  { why: 'no LACP', change: { lacp: false }, untagged: true, trunk: false },
  { why: 'the VLAN is not allowed', change: { vlans: [50, 51] }, untagged: true, trunk: false },
  { why: 'the VLAN is allowed', change: { vlans: [50, 100] }, untagged: true, trunk: true },
  { why: 'the ports are down', change: { up: false }, untagged: false, trunk: false },
]
const prepared: SimulatedSwitch = { lacp: true, vlans: 'all', up: true }

test('an address answers when the wire reaches its device', async (t) => {
  const host = await hostFor(t)
  for (const { why, change, untagged } of rows) {
    await host.setSwitch({ ...prepared, ...change })
    t.is(host.reachable('10.1.1.101'), untagged, `eth0: ${why}`)
    t.is((await host.run('ping -c 1 -W 1 10.1.1.1')).code === 0, untagged, `ping: ${why}`)
  }
  await host.setSwitch(prepared)
  t.is((await host.run(`service network stop; ${bondedTrunk(host.root)} service network start`)).code, 0)
  t.deepEqual(host.state().reachable, [{ address: '10.1.1.101', device: 'vlan100' }])
  for (const { why, change, trunk } of rows) {
    await host.setSwitch({ ...prepared, ...change })
    t.is(host.reachable('10.1.1.101'), trunk, `vlan100: ${why}`)
    t.is((await host.run('ping -c 1 -W 1 10.1.1.1')).code === 0, trunk, `ping: ${why}`)
  }
  t.false(host.reachable('10.1.1.102'), 'an address that it does not have')
})

test('without an LACP partner the links are up and the aggregator has one port', async (t) => {
  const host = await hostFor(t, { switch: { lacp: false } })
  await host.run(`service network stop; ${bondedTrunk(host.root)} service network start`)
  const { output } = await host.run(`cat ${host.root}/proc/net/bonding/bond0`)
  t.regex(output, /Number of ports: 1\n/)
  t.regex(output, /Partner Mac Address: 00:00:00:00:00:00\n/)
  t.is(output.match(/MII Status: up/g)?.length, 3)
  await host.setSwitch({ lacp: true })
  t.regex((await host.run(`cat ${host.root}/proc/net/bonding/bond0`)).output, /Number of ports: 2\n/)
})

test('modes that need nothing of the switch answer without LACP', async (t) => {
  const host = await hostFor(t, { switch: { lacp: false } })
  await host.run(`service network stop; ${bondedTrunk(host.root)} sed -i s/802.3ad/active-backup/ ifcfg-bond0; service network start`)
  t.true(host.reachable('10.1.1.101'))
})

test('cut off after the cut-over: only the first NIC is let through, until that ends', async (t) => {
  const host = await hostFor(t, { faults: [{ type: 'cut-off-after-cut-over' }] })
  t.true(host.reachable())
  await host.run(`cp -r ${host.root}/etc/sysconfig/network-scripts ${host.root}/tmp/before; service network stop; ${bondedTrunk(host.root)} service network start`)
  t.false(host.reachable())
  await host.clearFault('cut-off-after-cut-over')
  t.true(host.reachable())
  await host.setFault({ type: 'cut-off-after-cut-over' })
  await host.run(`service network stop; rm -rf ${host.root}/etc/sysconfig/network-scripts; mv ${host.root}/tmp/before ${host.root}/etc/sysconfig/network-scripts; service network start`)
  t.true(host.reachable(), 'back on eth0')
})

test('a client in another subnet needs a route back', async (t) => {
  const host = await hostFor(t, { client: '10.9.0.1' })
  t.true(host.reachable())
  await host.run('ip route del default')
  t.false(host.reachable())
})
