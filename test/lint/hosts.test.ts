import test from 'ava'
import { lintFiles, type LintFinding } from '../../src/lint/index.ts'
import type { Facts } from '../../src/model/facts.ts'
import { bareFacts, fileFact, linkFact } from '../backends/facts.ts'

const scripts = '/etc/sysconfig/network-scripts'

const lint = (contents: Readonly<Record<string, string>>, running: Partial<Facts>): LintFinding[] => {
  const files = Object.fromEntries(Object.entries(contents).map(([name, content]) => [`${scripts}/${name}`, fileFact(`${scripts}/${name}`, content)]))
  const facts = bareFacts('el6', { ...running, files })
  return lintFiles({ files, release: facts.release, facts })
}

const bonded = {
  'ifcfg-eth0': 'DEVICE=eth0\nHWADDR=00:14:5E:C0:FF:EE\nMASTER=bond0\nSLAVE=yes\n',
  'ifcfg-bond0': 'DEVICE=bond0\nBONDING_OPTS="mode=active-backup miimon=100"\nIPADDR=10.1.1.101\nNETMASK=255.255.255.0\n',
}

const session = { clientAddress: '10.1.1.1', serverAddress: '10.1.1.101', device: 'bond0' }
const bonds = [{ name: 'bond0', mode: 'active-backup' as const, slaves: ['eth0'], miimon: 100 }]

test('E20: the devices that carry the session are a note', (t) => {
  const [finding] = lint(bonded, { session, bonds, links: [linkFact('bond0', { kind: 'bond' }), linkFact('eth0')] }).filter(({ code }) => code === 'E20')
  t.is(finding?.severity, 'note')
  t.is(finding?.what, 'this session comes in over bond0, eth0')
})

test('E19: a management path over NICs that a management controller shares is a warning', (t) => {
  const found = lint(bonded, { session, bonds, links: [linkFact('bond0', { kind: 'bond' }), linkFact('eth0', { driver: 'bnx2' })] }).filter(({ code }) => code === 'E19')
  t.deepEqual(found.map(({ severity, what }) => [severity, what]), [['warning', 'the host is reached over bond0, and eth0 (bnx2) may be shared with the management controller']])
})

test('E05: an HWADDR that no NIC of the host has, at its line', (t) => {
  const [finding] = lint(bonded, { links: [linkFact('eth0', { mac: '00:14:5E:00:00:01' })] }).filter(({ code }) => code === 'E05')
  t.is(finding?.line, 2)
  t.is(finding?.severity, 'error')
})

test('E15: a NIC that the host does not have, and a VLAN on one that it has without a file', (t) => {
  const found = lint({ ...bonded, 'ifcfg-eth7.5': 'DEVICE=eth7.5\nVLAN=yes\n', 'ifcfg-eth1.5': 'DEVICE=eth1.5\nVLAN=yes\n' }, { links: [linkFact('eth1')] }).filter(({ code }) => code === 'E15')
  t.deepEqual(found.map(({ file, severity }) => [file.split('/').at(-1), severity]), [['ifcfg-eth0', 'error'], ['ifcfg-eth7.5', 'error']])
})
