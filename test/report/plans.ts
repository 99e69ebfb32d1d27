import { fileURLToPath } from 'node:url'
import { loadInventory } from '../../src/inventory/index.ts'
import { FleetError } from '../../src/model/errors.ts'
import type { Facts } from '../../src/model/facts.ts'
import type { Host } from '../../src/model/host.ts'
import { planHost } from '../../src/plan/index.ts'
import { loadPlaybook } from '../../src/playbook/index.ts'
import type { ReportDetails } from '../../src/report/index.ts'
import type { PlannedHost } from '../../src/run/index.ts'
import { bareFacts, fileFact, linkFact } from '../backends/facts.ts'

const folder = fileURLToPath(new URL('../fixtures/report/plans', import.meta.url))
const repository = fileURLToPath(new URL('../..', import.meta.url))

/** A dom0 as its installer left it: an address on eth0, a second NIC with one of its own. */
const factsOf = (host: Host): Facts => {
  const number = Number(host.name.replace('virtual', ''))
  const macs = ['02', '03'].map((last) => `00:14:5E:C0:0${number}:${last}`)
  const addresses = [`10.1.1.10${number}`, `192.168.9.${number}`]
  const files = ['eth0', 'eth1'].map((name, index) =>
    fileFact(`/etc/sysconfig/network-scripts/ifcfg-${name}`, `DEVICE=${name}\nBOOTPROTO=static\nIPADDR=${addresses[index]}\nNETMASK=255.255.255.0\nHWADDR=${macs[index]}\nONBOOT=yes\n`),
  )
  const more = [fileFact('/etc/sysconfig/network', `NETWORKING=yes\nHOSTNAME=${host.name}\nGATEWAY=10.1.1.1\n`), fileFact('/etc/modprobe.conf', 'alias eth0 tg3\nalias eth1 tg3\n'), fileFact('/etc/xen/xend-config.sxp', '(network-script network-bridge)\n(vif-script vif-bridge)\n')]
  return bareFacts('el5', {
    hostname: host.name,
    releaseText: 'Oracle VM server release 2.2.1',
    xend: true,
    cron: false,
    session: { clientAddress: '10.1.9.9', serverAddress: addresses[0] ?? '', device: 'eth0' },
    links: ['eth0', 'eth1'].map((name, index) => linkFact(name, { mac: macs[index] ?? '', addresses: [`${addresses[index]}/24`], driver: 'tg3' })),
    routes: [{ destination: 'default', gateway: '10.1.1.1', device: 'eth0' }],
    files: Object.fromEntries([...files, ...more].map((file) => [file.path, file])),
    digest: `8c1f20aa${number}`,
  })
}

/** Four hosts, planned for real: three change, the fourth is as desired. And one that did not answer. */
export const plannedFleet = async (): Promise<PlannedHost[]> => {
  const { hosts } = await loadInventory(`${folder}/inventory.yaml`, { cwd: folder })
  const playbook = await loadPlaybook('oracle-vm-trunk', { cwd: repository })
  const planned = hosts.map((host): PlannedHost => {
    const facts = factsOf(host)
    const plan = planHost({ host, playbook, facts, strict: false })
    if (host.name === 'virtual7') return { host, facts, result: { status: 'unchanged', plan: { ...plan, changes: [], disruptive: false } } }
    return { host, facts, result: { status: 'changes', plan } }
  })
  const [first] = hosts
  if (first === undefined) throw new Error('the fixture has no hosts')
  const away = { ...first, name: 'virtual22' }
  const error = new FleetError({ kind: 'connect', host: 'virtual22', what: 'no answer on 10.1.1.122:22 in 10 s', next: ['check its power and address', 'fleetnet plan -i prod -l virtual22'] })
  return [...planned, { host: away, result: { status: 'unreachable', host: 'virtual22', error } }]
}

/** The same fleet after somebody put an attack into everything that a host can send. */
export const hostileFleet = async (): Promise<PlannedHost[]> => {
  const attack = `<script src="http://evil.example/x.js"></script>"'&\u001b]0;title\u0007\u202e|\`[x](http://evil.example)`
  const planned = await plannedFleet()
  return planned.map(({ host, facts, result }, index): PlannedHost => {
    if (!('plan' in result)) return { host: { ...host, name: attack }, result: { status: 'failed', host: attack, error: new FleetError({ kind: 'probe', host: attack, what: attack, next: [attack], step: attack }) } }
    const plan = { ...result.plan, platform: `${result.plan.platform} ${attack}`, changes: result.plan.changes.map((change) => ({ ...change, target: change.kind === 'activate' ? change.target : `${change.target}${attack}` })), warnings: [{ text: attack, strict: false }] }
    return { host: { ...host, name: `${host.name}${attack}`, group: attack }, ...(facts === undefined ? {} : { facts: { ...facts, releaseText: attack, links: facts.links.map((link) => ({ ...link, addresses: [...link.addresses, `${attack}${index}`] })) } }), result: { ...result, plan } }
  })
}

export const details: ReportDetails = {
  inventory: 'prod',
  playbook: 'oracle-vm-trunk',
  madeAt: '2026-11-14T02:10:00.000+01:00',
  by: 'ada@console1',
  version: '0.1.0',
  batches: [['virtual4'], ['virtual5', 'virtual6', 'virtual7']],
  maxFailures: 0,
  digest: '5b0c3e',
  applyCommand: 'fleetnet apply plan.json',
}
