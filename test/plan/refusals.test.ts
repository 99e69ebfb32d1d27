import test from 'ava'
import { backendFor } from '../../src/backends/index.ts'
import { FleetError, FleetErrors } from '../../src/model/errors.ts'
import { type Facts, noRequest } from '../../src/model/facts.ts'
import type { Host } from '../../src/model/host.ts'
import { completeNetwork } from '../../src/model/network.ts'
import type { HostPlan } from '../../src/model/plan.ts'
import { planDigest } from '../../src/plan/index.ts'
import { planWith } from '../../src/plan/planWith.ts'
import { definePlaybook } from '../../src/playbook/index.ts'
import { assignAddresses, file, restartNetwork, writeInterfaces } from '../../src/steps/index.ts'
import { bareFacts, hostWith, linkFact } from '../backends/facts.ts'

const cutting = definePlaybook({ name: 'cutting', steps: [writeInterfaces(), assignAddresses(), restartNetwork()] })
const quiet = definePlaybook({ name: 'quiet', steps: [file({ path: '/etc/motd', content: 'x' })] })
const network = completeNetwork({ interfaces: { eth0: { addresses: ['10.1.1.101/24'] } } })

const plan = (facts: Partial<Facts>, options: { readonly host?: Partial<Host>; readonly playbook?: typeof quiet } = {}): HostPlan => {
  const read = bareFacts('el5', { session: { clientAddress: '10.9.9.9', serverAddress: '10.1.1.101', device: 'eth0' }, links: [linkFact('eth0', { addresses: ['10.1.1.101/24'] })], ...facts })
  const request = { ...noRequest, files: ['/etc/motd', '/etc/sysconfig/network'], globs: ['/etc/sysconfig/network-scripts/*'] }
  return planWith({ host: hostWith(network, options.host), playbook: options.playbook ?? cutting, facts: read, strict: false }, backendFor(read), request)
}

const errorsOf = (t: { throws: (run: () => unknown) => unknown }, run: () => unknown): readonly FleetError[] => {
  const error = t.throws(run)
  return error instanceof FleetErrors ? error.errors : error instanceof FleetError ? [error] : []
}

const always: readonly (readonly [Partial<Facts>, Partial<Host>, FleetError['kind'], RegExp])[] = [
  [{ uid: 500 }, {}, 'become', /root was expected, found user 500/],
  [{ pending: { id: 'r1-1', runId: 'r1', state: 'armed', secondsLeft: 41.7 } }, {}, 'busy', /r1-1 of run r1 is undecided \(armed\); it goes back by itself in 41 s/],
  [{ pending: { id: 'r1-1', runId: 'r1', state: 'failed' } }, {}, 'busy', /does not go back by itself/],
  [{ release: undefined, releaseText: 'Debian 12' }, {}, 'platform', /no backend serves this platform: Debian 12/],
  [{}, { platform: { release: 'el7' } }, 'platform', /declared to be el7, found el5/],
  [{}, { platform: { xend: true } }, 'platform', /declared to run xend/],
  [{ xend: true }, { platform: { xend: false } }, 'platform', /without xend/],
  [{ unwritable: 'full' }, {}, 'disk', /\/etc takes no new files: full/],
  [{ configurationOwners: ['puppet'] }, {}, 'refused', /puppet is in the middle of a run/],
]
for (const [facts, host, kind, message] of always) {
  test(`refused, whatever the change: ${message.source}`, (t) => {
    for (const playbook of [cutting, quiet]) {
      const [error] = errorsOf(t, () => plan(facts, { host, playbook }))
      t.is(error?.kind, kind)
      t.is(error?.host, 'virtual4')
      t.regex(error?.what ?? '', message)
      t.true((error?.next.length ?? 0) > 0)
    }
  })
}

const cutOnly: readonly (readonly [Partial<Facts>, RegExp])[] = [
  [{ init: 'none' }, /no init system that could run a boot guard/],
  [{ clusterManagers: ['o2cb', 'corosync'] }, /o2cb, corosync would fence the host/],
  [{ networkMounts: ['/'] }, /the root file system is reached over the network/],
  [{ networkMounts: ['root'] }, /the root file system is reached over the network/],
  [{ networkMounts: ['/etc'] }, /\/etc is reached over the network/],
  [{ networkMounts: ['/OVS', '/etcetera'] }, /network storage is in use \(\/OVS, \/etcetera\)/],
]
for (const [facts, message] of cutOnly) {
  test(`refused only where the connection can be cut: ${message.source} ${JSON.stringify(facts)}`, (t) => {
    const errors = errorsOf(t, () => plan(facts))
    t.is(errors.length, 1)
    t.is(errors[0]?.kind, 'refused')
    t.regex(errors[0]?.what ?? '', message)
    t.is(plan(facts, { playbook: quiet }).changes.length, 1)
  })
}

test('network storage can be accepted, a root on it cannot', (t) => {
  const host = { acknowledge: ['network-storage' as const] }
  t.true(plan({ networkMounts: ['/OVS'] }, { host }).disruptive)
  t.is(errorsOf(t, () => plan({ networkMounts: ['/'] }, { host })).length, 1)
})

test('all that speaks against it is told at once', (t) => {
  t.is(errorsOf(t, () => plan({ init: 'none', clusterManagers: ['o2cb'], networkMounts: ['/OVS'], unwritable: 'full' })).length, 4)
})

test('an address that goes is refused, unless it is said where the host answers', (t) => {
  const session = { clientAddress: '10.9.9.9', serverAddress: '10.1.1.77', device: 'eth0' }
  const facts = { session, links: [linkFact('eth0', { addresses: ['10.1.1.77/24'] })] }
  const none = completeNetwork({ interfaces: { eth0: {} } })
  const [error] = errorsOf(t, () => plan(facts, { host: { network: none } }))
  t.regex(error?.what ?? '', /no place for 10\.1\.1\.77/)
  t.is(plan(facts, { host: { network: none, ssh: { ...hostWith(none).ssh, hostAfter: '192.0.2.1' } } }).addressAfter, '192.0.2.1')
})

test('a lease stays while the MAC address does', (t) => {
  const leased = completeNetwork({ interfaces: { eth0: { dhcp: true } } })
  t.is(plan({}, { host: { network: leased } }).addressAfter, '10.1.1.101')
})

test('a network that cannot be is an error of the inventory, with its place', (t) => {
  const [error] = errorsOf(t, () => plan({}, { host: { network: completeNetwork({ interfaces: { eth0: { addresses: ['10.1.1.101'] } } , bonds: { bond0: { slaves: ['eth9'] } } }) } }))
  t.is(error?.kind, 'inventory')
  t.regex(error?.path ?? '', /^network\./)
  t.is(error?.position?.file, 'inventory/prod.yaml')
  t.is(plan({}, { playbook: quiet, host: { network: completeNetwork({ bonds: { bond0: { slaves: ['eth9'] } } }) } }).changes.length, 1, 'a playbook that leaves the network alone is not held up by it')
})

test('digest of a plan: the same for the same plan, without the value of a secret', (t) => {
  const secret = (content: string): HostPlan => plan({}, { playbook: definePlaybook({ name: 's', steps: [file({ path: '/etc/motd', content, secret: true })] }) })
  t.is(planDigest(plan({})), planDigest(plan({})))
  t.not(planDigest(plan({})), planDigest(plan({}, { playbook: quiet })))
  t.is(planDigest(secret('a')), planDigest(secret('b')))
  t.regex(planDigest(plan({})), /^[0-9a-f]{64}$/)
})

test('what no cut-over mends is told, and cuts nothing', (t) => {
  const routed = completeNetwork({ interfaces: { eth0: { addresses: ['10.1.1.101/24'], gateway: '10.1.1.1' } } })
  const both = [{ destination: 'default', gateway: '10.1.1.1', device: 'eth0' }, { destination: 'default', gateway: '10.8.0.1', device: 'tun0' }]
  const first = plan({ routes: both }, { host: { network: routed } })
  const written = Object.fromEntries(first.changes.flatMap((change) => (change.kind === 'file' && change.after ? [[change.target, { path: change.target, binary: false, links: 1, ...change.after }]] : [])))
  const { changes, warnings } = plan({ routes: both, files: written }, { host: { network: routed } })
  t.deepEqual(changes, [])
  t.regex(warnings.map(({ text }) => text).join('\n'), /eth0: expected default route by 10\.1\.1\.1 on eth0 alone, found .*tun0: no cut-over mends it/)
})
