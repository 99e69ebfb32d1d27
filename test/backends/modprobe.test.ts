import test from 'ava'
import { ifcfg } from '../../src/backends/ifcfg/index.ts'
import type { Release } from '../../src/model/facts.ts'
import { completeNetwork } from '../../src/model/network.ts'
import { bareFacts, fileFact, hostWith } from './facts.ts'

const network = completeNetwork({
  interfaces: { eth0: {}, eth1: {}, eth2: {} },
  bonds: { bond0: { slaves: ['eth0', 'eth1'], mode: '802.3ad' }, bond1: { slaves: ['eth2'], mode: '802.3ad' } },
})

const render = (release: Release, present: Readonly<Record<string, string>>, scripts: Readonly<Record<string, string>> = {}): Record<string, string> => {
  const asFacts = (files: Readonly<Record<string, string>>): ReturnType<typeof bareFacts>['files'] => Object.fromEntries(Object.entries(files).map(([path, content]) => [path, fileFact(path, content, 0o640)]))
  const facts = bareFacts(release, { files: asFacts(scripts) })
  return Object.fromEntries(ifcfg.renderBonding({ host: hostWith(network), facts }, (path) => asFacts(present)[path]).map(({ path, content }) => [path, content]))
}

const conf = '/etc/modprobe.conf'
const bonding = '/etc/modprobe.d/bonding.conf'

test('el5 has an alias for each bond, and other lines as they were', (t) => {
  t.deepEqual(render('el5', { [conf]: 'alias eth0 tg3\n\n# site\ninstall usb-storage :\n' }), { [conf]: 'alias eth0 tg3\n\n# site\ninstall usb-storage :\nalias bond0 bonding\nalias bond1 bonding\n' })
  t.deepEqual(render('el5', {}), { [conf]: 'alias bond0 bonding\nalias bond1 bonding\n' })
})

test('an alias that is there is not given again; one that points elsewhere is replaced', (t) => {
  t.deepEqual(render('el5', { [conf]: '  alias\tbond0   bonding\nalias bond1 off\n' }), { [conf]: '  alias\tbond0   bonding\nalias bond1 bonding\n' })
})

test('options that disagree go, word by word; those that agree and those of others stay', (t) => {
  t.deepEqual(render('el5', { [conf]: 'alias bond0 bonding\nalias bond1 bonding\noptions bonding max_bonds=2\noptions bond0 mode=2 miimon=80\noptions bond1 mode=4 miimon=100\noptions tg3 debug=1\noptions bond7 mode=1\n' }),
    { [conf]: 'alias bond0 bonding\nalias bond1 bonding\noptions bond1 mode=4 miimon=100\noptions tg3 debug=1\noptions bond7 mode=1\n' })
  t.deepEqual(render('el5', { [conf]: 'alias bond0 bonding\nalias bond1 bonding\noptions bonding max_bonds=2 miimon=100 debug=1\n' }),
    { [conf]: 'alias bond0 bonding\nalias bond1 bonding\noptions bonding miimon=100 debug=1\n' })
})

test('options for all bonds stay where an unmanaged bond lives by them', (t) => {
  const path = '/etc/sysconfig/network-scripts/ifcfg-bond7'
  t.deepEqual(render('el5', { [conf]: 'alias bond0 bonding\nalias bond1 bonding\noptions bonding mode=1 miimon=50\n' }, { [path]: 'DEVICE=bond7\n' }),
    { [conf]: 'alias bond0 bonding\nalias bond1 bonding\noptions bonding mode=1 miimon=50\n' })
})

test('el6 and el7 need no file, and mend the one that is there', (t) => {
  for (const release of ['el6', 'el7'] as const) {
    t.deepEqual(render(release, {}), {})
    t.deepEqual(render(release, { [bonding]: 'alias bond0 bonding\noptions bond0 mode=1\n', [conf]: 'alias eth0 tg3\n' }), { [bonding]: 'alias bond0 bonding\n' })
  }
})

test('the mode of a file that is there is kept, and a second run changes nothing', (t) => {
  const present = fileFact(conf, 'alias eth0 tg3\noptions bonding max_bonds=2\n', 0o640)
  const context = { host: hostWith(network), facts: bareFacts('el5') }
  const [first] = ifcfg.renderBonding(context, (path) => (path === conf ? present : undefined))
  t.is(first?.mode, 0o640)
  t.deepEqual(ifcfg.renderBonding(context, (path) => (path === conf ? fileFact(conf, first?.content ?? '', 0o640) : undefined)), first ? [first] : [])
})

test('a network without bonds leaves modprobe alone', (t) => {
  t.deepEqual(ifcfg.renderBonding({ host: hostWith(completeNetwork({ interfaces: { eth0: {} } })), facts: bareFacts('el5') }, () => fileFact(conf, 'options bonding max_bonds=2\n')), [])
})

test('one to four bonds: an alias and a file for each, and never max_bonds', (t) => {
  for (const count of [1, 2, 3, 4]) {
    const numbers = Array.from({ length: count }, (_, index) => index)
    const many = completeNetwork({
      interfaces: Object.fromEntries(numbers.flatMap((bond) => [[`eth${2 * bond}`, {}], [`eth${2 * bond + 1}`, {}]])),
      bonds: Object.fromEntries(numbers.map((bond) => [`bond${bond}`, { slaves: [`eth${2 * bond}`, `eth${2 * bond + 1}`], mode: '802.3ad', switch: { lacp: true } }])),
    })
    const context = { host: hostWith(many), facts: bareFacts('el5') }
    t.deepEqual(ifcfg.check(context.host, undefined).filter(({ severity }) => severity === 'error'), [])
    t.deepEqual(ifcfg.renderBonding(context, (path) => (path === conf ? fileFact(conf, 'options bonding max_bonds=4\n') : undefined)).map(({ content }) => content), [numbers.map((bond) => `alias bond${bond} bonding\n`).join('')])
    const files = ifcfg.render(context, { addresses: true }).map(({ path }) => path)
    for (const bond of numbers) t.true(files.includes(`/etc/sysconfig/network-scripts/ifcfg-bond${bond}`))
  }
})
