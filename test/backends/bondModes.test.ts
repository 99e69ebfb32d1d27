import test from 'ava'
import { ifcfg } from '../../src/backends/ifcfg/index.ts'
import { normalNetwork } from '../../src/backends/normal.ts'
import { bondModes, completeNetwork, type Bond, type BondMode } from '../../src/model/network.ts'
import { bareFacts, fileFact, hostWith } from './facts.ts'

/** Each mode with what is its own, and what an ifcfg file of el6 then says. */
const examples: Readonly<Record<BondMode, { readonly options: Partial<Bond>; readonly written: string }>> = {
  'balance-rr': { options: { miimon: 100, updelay: 200, switch: { lacp: false } }, written: 'mode=balance-rr miimon=100 updelay=200' },
  'active-backup': {
    options: { arpInterval: 1000, arpIpTarget: ['10.8.0.10', '10.8.0.1'], primary: 'eth0', options: { arp_validate: 'active', fail_over_mac: 'none', primary_reselect: 'better', num_grat_arp: 3 } },
    written: 'mode=active-backup arp_interval=1000 arp_ip_target=10.8.0.1,10.8.0.10 fail_over_mac=none arp_validate=active primary_reselect=better num_grat_arp=3 primary=eth0',
  },
  'balance-xor': { options: { miimon: 80, xmitHashPolicy: 'layer3+4', switch: { lacp: false } }, written: 'mode=balance-xor miimon=80 xmit_hash_policy=layer3+4' },
  broadcast: { options: { miimon: 100, downdelay: 100, switch: { lacp: false } }, written: 'mode=broadcast miimon=100 downdelay=100' },
  '802.3ad': {
    options: { miimon: 80, lacpRate: 'fast', xmitHashPolicy: 'layer2+3', switch: { lacp: true }, options: { ad_select: 'bandwidth' } },
    written: 'mode=802.3ad miimon=80 lacp_rate=fast xmit_hash_policy=layer2+3 ad_select=bandwidth',
  },
  'balance-tlb': { options: { miimon: 100, primary: 'eth1', options: { use_carrier: 0 } }, written: 'mode=balance-tlb miimon=100 use_carrier=0 primary=eth1' },
  'balance-alb': { options: { miimon: 100, options: { primary_reselect: 'failure' }, primary: 'eth0' }, written: 'mode=balance-alb miimon=100 primary_reselect=failure primary=eth0' },
}

for (const mode of bondModes) {
  test(`${mode}: its options are written, mode first, and read again`, (t) => {
    const { options, written } = examples[mode]
    const network = completeNetwork({ interfaces: { eth0: {}, eth1: {} }, bonds: { bond0: { slaves: ['eth0', 'eth1'], mode, addresses: ['10.8.0.2/24'], gateway: '10.8.0.1', ...options } } })
    const host = hostWith(network)
    const facts = bareFacts('el6')
    t.deepEqual(ifcfg.check({ ...host, platform: { release: 'el6' } }), [])
    const files = ifcfg.render({ host, facts }, { addresses: true })
    t.true(files.find(({ path }) => path.endsWith('/ifcfg-bond0'))?.content.includes(`\nBONDING_OPTS="${written}"\n`), files.find(({ path }) => path.endsWith('/ifcfg-bond0'))?.content)
    t.deepEqual(normalNetwork(ifcfg.parse(Object.fromEntries(files.map(({ path, content }) => [path, fileFact(path, content)])))), normalNetwork(network))
  })
}

test('an option of another mode is refused', (t) => {
  const wrong: Readonly<Record<BondMode, Partial<Bond>>> = {
    'balance-rr': { primary: 'eth0' }, 'active-backup': { lacpRate: 'fast' }, 'balance-xor': { lacpRate: 'slow' }, broadcast: { primary: 'eth0' },
    '802.3ad': { primary: 'eth0' }, 'balance-tlb': { miimon: undefined, arpInterval: 100, arpIpTarget: ['10.8.0.1'] }, 'balance-alb': { options: { ad_select: 'stable' } },
  }
  for (const mode of bondModes) {
    const network = completeNetwork({ interfaces: { eth0: {}, eth1: {} }, bonds: { bond0: { slaves: ['eth0', 'eth1'], mode, switch: {}, ...wrong[mode] } } })
    t.true(ifcfg.check(hostWith(network)).some(({ severity, rule }) => severity === 'error' && rule === 'E08'), mode)
  }
})
