// Every classic lock-out: the host is rolled back and reachable, and again after a reboot.
import test from 'ava'
import { setTimeout as sleep } from 'node:timers/promises'
import { plainAddress } from '../../src/lab/index.ts'
import { differing, filesOf, leftovers } from './files.ts'
import type { NetworkChange } from './network.ts'
import { openRack, type Running, type TestHost, type TestRack } from './rack.ts'
import { timeouts } from './strike.ts'

let rack: TestRack

test.before(async (t) => {
  t.timeout(5 * 60_000)
  rack = await openRack({ name: 'lock', hosts: 3 })
})
test.after.always(async (t) => {
  t.timeout(60_000)
  await rack?.close()
})

interface LockOut {
  readonly name: string
  readonly change?: NetworkChange
  /** What is wrong in the world, before the run. */
  readonly prepare?: (host: TestHost) => Promise<unknown>
  /** What happens while it runs. */
  readonly meanwhile?: (host: TestHost, running: Running) => Promise<unknown>
  /** Default: rolled back. */
  readonly outcomes?: readonly string[]
}

/** A script that ifupdown runs for each device (interfaces(5)): what goes wrong half-way. */
const hook =
  (phase: 'pre-up' | 'up', body: string) =>
  (host: TestHost): Promise<unknown> =>
    host.ssh(`printf '%s\\n' '#!/bin/sh' ${body.split('\n').map((line) => `'${line}'`).join(' ')} >/etc/network/if-${phase}.d/zz-rack && chmod 755 /etc/network/if-${phase}.d/zz-rack && sync`)

const lockOuts: readonly LockOut[] = [
  { name: 'the VLAN is not allowed on the switch', prepare: (host) => host.switch('vlans', host.name, '50,51') },
  { name: 'the switch has no LACP', prepare: (host) => host.switch('lacp', host.name, 'off') },
  { name: 'a wrong VLAN id', change: { managementVlan: 99 } },
  { name: 'a wrong address', change: { address: '10.99.0.11/24', gateway: '10.99.0.254' } },
  { name: 'a wrong mask', change: { address: '10.77.0.113/30', gateway: '10.77.0.114' } },
  {
    name: 'a wrong gateway, and a controller behind the right one',
    change: { gateway: '10.77.0.253' },
    prepare: async (host) => {
      await host.switch('exec', 'sh', '-c', 'ip addr replace 10.78.0.254/24 dev inside; echo 1 >/proc/sys/net/ipv4/ip_forward')
      await host.inNamespace('ip', 'addr', 'replace', '10.78.0.1/24', 'dev', 'rack0')
      await host.inNamespace('ip', 'route', 'replace', plainAddress(host.host.address), 'via', '10.78.0.254', 'src', '10.78.0.1')
    },
  },
  { name: 'the wrong slave: its cable is not plugged in', change: { slaves: ['eth1'] }, prepare: (host) => host.switch('port', host.name, 'eth1', 'down'), outcomes: ['rolled back', 'failed'] },
  { name: 'a bridge without its port', change: { port: false } },
  { name: 'ifup fails half-way', prepare: hook('pre-up', '[ "$IFACE" != vlan100 ] || exit 1') },
  { name: 'ifup hangs', prepare: hook('pre-up', '[ "$IFACE" != vlan100 ] || sleep 100000') },
  { name: 'sshd does not come back', prepare: hook('up', 'case $IFACE in vlan100) systemctl stop ssh ;; eth0) systemctl --no-block start ssh ;; esac') },
  {
    name: 'both switch ports are down in the cut-over, and up again',
    outcomes: ['rolled back', 'committed'],
    meanwhile: async (host, running) => {
      await running.when((event) => event.type === 'host-state' && event.state === 'cutting over' && event.detail === undefined)
      for (const nic of host.host.nics) await host.switch('port', host.name, nic.name, 'down')
      await sleep(20_000)
      for (const nic of host.host.nics) await host.switch('port', host.name, nic.name, 'up')
    },
  },
]

for (const { name, change, prepare, meanwhile, outcomes = ['rolled back'] } of lockOuts)
  test(name, async (t) => {
    t.timeout(15 * 60_000)
    await rack.withHost(async (host) => {
      await prepare?.(host)
      const before = await filesOf(host)
      const running = await host.start(['apply', '--yes', '-i', 'one', '--format', 'json'], { timeouts, ...(change === undefined ? {} : { change }) })
      await meanwhile?.(host, running)
      const ended = await running.ended
      t.true(outcomes.includes(ended.outcome ?? ''), `${ended.outcome}\n${ended.stdout}${ended.stderr}`)
      t.true(await host.back(60), 'it answers')
      if (ended.outcome !== 'committed') t.deepEqual(differing(before, await filesOf(host)), [], 'with its old files')
      t.is(await leftovers(host), '')
      await host.type('reboot\n')
      await sleep(3000)
      t.true(await host.back(180), 'it answers after a reboot')
      if (ended.outcome !== 'committed') t.deepEqual(differing(before, await filesOf(host)), [], 'with its old files after a reboot')
    })
  })
