import test from 'ava'
import { backendFor } from '../../src/backends/index.ts'
import { FleetError } from '../../src/model/errors.ts'
import { type Facts, type FactsRequest, type FileFact, noRequest } from '../../src/model/facts.ts'
import { completeNetwork } from '../../src/model/network.ts'
import type { HostPlan } from '../../src/model/plan.ts'
import { diffOf } from '../../src/plan/index.ts'
import { rollbackRequest } from '../../src/plan/history.ts'
import { rollbackWith } from '../../src/plan/rollbackWith.ts'
import { matchesGlob } from '../../src/model/glob.ts'
import { bareFacts, fileFact, hostWith, linkFact } from '../backends/facts.ts'

const scripts = '/etc/sysconfig/network-scripts'
const kept = '/etc/fleetnet/tx/r1-1/before'
const eth0 = 'DEVICE=eth0\nBOOTPROTO=none\nIPADDR=10.1.1.101\nNETMASK=255.255.255.0\nHWADDR=00:14:5E:C0:FF:EE\n'

const facts = (changes: Partial<Facts> = {}, files: Readonly<Record<string, FileFact>> = {}): Facts => bareFacts('el5', {
  session: { clientAddress: '10.9.9.9', serverAddress: '10.1.1.111', device: 'bond0' },
  links: [linkFact('eth0', { master: 'bond0' }), linkFact('bond0', { kind: 'bond', addresses: ['10.1.1.111/24'] })],
  bonds: [{ name: 'bond0', mode: 'active-backup', slaves: ['eth0'], miimon: 100 }],
  history: [{ id: 'r2-1', runId: 'r2', state: 'rolled back' }, { id: 'r1-1', runId: 'r1', state: 'committed' }, { id: 'r0-1', runId: 'r0', state: 'committed' }],
  files: Object.fromEntries([
    fileFact(`${scripts}/ifcfg-eth0`, 'DEVICE=eth0\nMASTER=bond0\nSLAVE=yes\n'),
    fileFact(`${scripts}/ifcfg-bond0`, 'DEVICE=bond0\nIPADDR=10.1.1.111\nNETMASK=255.255.255.0\nBONDING_OPTS="mode=1 miimon=100"\n'),
    fileFact('/etc/motd', 'new\n'),
    fileFact(`${kept}${scripts}/ifcfg-eth0`, eth0),
    fileFact(`${kept}/etc/motd`, 'old\n', 0o600),
    fileFact('/etc/fleetnet/tx/r1-1/absent', `${scripts}/ifcfg-bond0\n/etc/gone\n`),
    fileFact('/etc/fleetnet/tx/r0-1/before/etc/motd', 'older\n'),
    ...Object.values(files),
  ].map((file) => [file.path, file])),
  ...changes,
})

const request: FactsRequest = { ...noRequest, globs: [`${scripts}/ifcfg-*`, ...(rollbackRequest().globs ?? [])], files: ['/etc/motd', '/etc/gone', '/etc/sysconfig/network'] }
const roll = (read = facts(), asked = request): HostPlan => rollbackWith({ host: hostWith(completeNetwork(), { ssh: { ...hostWith(completeNetwork()).ssh, host: '10.1.1.111', hostAfter: '10.1.1.111' } }), facts: read, request: asked, backend: backendFor(read) })

test('the newest committed transaction is put back, files and network', (t) => {
  const plan = roll()
  t.deepEqual(plan.changes.map((change) => [change.target.replace(`${scripts}/`, ''), change.action, change.kind === 'file' && change.when]), [
    ['/etc/motd', 'change', 'stage'], ['ifcfg-eth0', 'change', 'cut over'], ['ifcfg-bond0', 'remove', 'cut over'], ['network', 'restart', false],
  ])
  t.like(plan.changes[1], { after: { content: eth0 } })
  t.like(plan.changes[0], { after: { content: 'old\n', mode: 0o600 } })
  t.is(plan.playbook, 'rollback of r1')
  t.true(plan.disruptive)
})

test('the host is expected where it was before', (t) => {
  const { addressAfter, pathBefore, pathAfter } = roll()
  t.is(addressAfter, '10.1.1.101')
  t.deepEqual(pathBefore, { address: '10.1.1.111/24', devices: ['eth0', 'bond0'] })
  t.deepEqual(pathAfter, { address: '10.1.1.101/24', devices: ['eth0'] })
})

test('the backend brings the old network up, and knows nothing of where the host was told to answer', (t) => {
  const read = facts()
  const backend = backendFor(read)
  if (backend === undefined) return t.fail()
  const asked: unknown[] = []
  const host = hostWith(completeNetwork())
  rollbackWith({ host: { ...host, ssh: { ...host.ssh, hostAfter: '10.1.1.111' } }, facts: read, request, backend: { ...backend, activation: (context, changed, known) => {
    asked.push([Object.keys(context.host.network.interfaces), context.host.ssh.hostAfter, changed, Object.keys(known?.after ?? {}).filter((path) => path.startsWith('/etc/fleetnet'))])
    return backend.activation(context, changed, known)
  } } })
  t.deepEqual(asked, [[['eth0'], undefined, [`${scripts}/ifcfg-eth0`, `${scripts}/ifcfg-bond0`], []]])
})

test('what may have been a secret is not shown', (t) => {
  const [motd] = roll().changes
  t.true(motd !== undefined && diffOf(motd).includes('not shown') && !diffOf(motd).includes('old'))
})

test('a plan whose files are all back is empty', (t) => {
  const back = facts()
  const files: Record<string, FileFact> = { ...back.files, [`${scripts}/ifcfg-eth0`]: fileFact(`${scripts}/ifcfg-eth0`, eth0), '/etc/motd': fileFact('/etc/motd', 'old\n', 0o600) }
  delete files[`${scripts}/ifcfg-bond0`]
  t.deepEqual(roll({ ...back, files }).changes, [])
})

test('refused: no history, an empty one, files that were not read, files that are not text', (t) => {
  const kind = (read: Facts, message: RegExp, asked = request): void => {
    t.is(t.throws(() => roll(read, asked), { instanceOf: FleetError, message })?.kind, 'refused')
  }
  kind(facts({ history: [{ id: 'r2-1', runId: 'r2', state: 'rolled back' }] }), /no committed transaction/)
  kind(facts({ history: [{ id: 'r9-1', runId: 'r9', state: 'committed' }] }), /holds no files/)
  kind(facts(), /also changed \/etc\/motd, \/etc\/gone, which this playbook does not know/, { ...request, files: [] })
  kind(facts({}, { x: { ...fileFact(`${kept}/etc/motd`, '\xff'), binary: true } }), /\/etc\/motd is not text/)
})

test('the request reads every copy: deep folders, names with a dot in front', (t) => {
  const { globs = [] } = rollbackRequest()
  for (const path of ['/etc/motd', `${scripts}/ifcfg-eth0`, '/var/lib/xend/state/network.xml', '/root/.ssh/authorized_keys', '/etc/.hidden']) t.true(matchesGlob(globs, `${kept}${path}`), path)
  t.true(matchesGlob(globs, '/etc/fleetnet/tx/r1-1/absent'))
  t.false(matchesGlob(globs, '/etc/fleetnet/tx/r1-1/after/etc/motd'))
})
