import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type ExecutionContext } from 'ava'
import { examineInventory } from '../../src/inventory/index.ts'
import { lintInventory } from '../../src/lint/index.ts'

const lint = async (t: ExecutionContext, text: string): Promise<string[]> => {
  const cwd = await mkdtemp(join(tmpdir(), 'fleetnet-lint-'))
  t.teardown(async () => rm(cwd, { recursive: true, force: true }))
  await writeFile(join(cwd, 'prod.yaml'), text)
  return lintInventory(await examineInventory('prod.yaml', { cwd })).map(({ file, line, severity, code, what, hosts = [] }) => `${file}:${line} ${severity} ${code} [${hosts.join(' ')}] ${what}`)
}

test('errors and warnings of all hosts at once, each once, at its line', async (t) => {
  t.deepEqual(await lint(t, `groups:
  kvm:
    platform: { backend: ifcfg, release: el5 }
    network:
      interfaces: { eth0: { mac: "01:10:AA:BB:CC:DD" } }
      bonds:
        bond0: { slaves: [eth0], mode: 802.3ad, miimon: 100 }
      bridges:
        br-mgmt: { ports: [bond0] }
    hosts:
      a: { ssh: { host: 10.0.0.1 } }
      b: { ssh: { host: 10.0.0.2 } }
`), [
    'prod.yaml:5 error E05 [b] the MAC address 01:10:AA:BB:CC:DD belongs to a (prod.yaml:5) and b',
    'prod.yaml:5 error E05 [a b] a NIC\'s own MAC address was expected, 01:10:AA:BB:CC:DD is multicast',
    'prod.yaml:7 warning E16 [a b] initscripts up to 8.45.25 put bond0 into its bridge before it is a bond: no options, no slaves, all "[OK]"',
    'prod.yaml:7 warning E18 [a b] 802.3ad needs the switch to aggregate the ports, and nothing is declared of it',
    'prod.yaml:9 error E16 [a b] el5 takes the part of br-mgmt after - for a profile: "Missing config file ifcfg-br"',
  ])
})

test('an unknown key does not hide what is wrong with other hosts', async (t) => {
  const found = await lint(t, `hosts:
  a: { shh: {} }
  b: { platform: { backend: ifupdown }, network: { bridges: { br0.x: { ports: [eth9] } } } }
`)
  t.deepEqual(found.map((line) => line.split(' ').slice(0, 4).join(' ')), ['prod.yaml:2 error I01 []', 'prod.yaml:3 error E00 [b]', 'prod.yaml:3 error E15 [b]'])
})

test('a value that the schema refuses has the code of its rule', async (t) => {
  const found = await lint(t, 'hosts:\n  a: { network: { interfaces: { eth0: { mac: "00:10:AA:BB::CC:DD" } }, vlans: { eth0.5000: { id: 5000 } } } }\n')
  t.deepEqual(found.map((line) => line.split(' ').slice(0, 3).join(' ')), ['prod.yaml:2 error E05', 'prod.yaml:2 error E17'])
})

test('what is no YAML is told, and nothing thrown', async (t) => {
  const found = await lint(t, 'hosts: [\n')
  t.is(found.length > 0 && found.every((line) => / error I01 /.test(line)), true, found.join('\n'))
})

test('a management path over a bond is a note, unless it was looked at', async (t) => {
  const inventory = (more: string): string => `hosts:
  a:${more}
    network:
      interfaces: { eth0: {}, eth1: {} }
      bonds: { bond0: { slaves: [eth0, eth1], addresses: [10.0.0.1/24] } }
`
  t.deepEqual(await lint(t, inventory('')), ['prod.yaml:5 note E19 [a] the host is reached over bond0'])
  t.deepEqual(await lint(t, inventory('\n    acknowledge: [bmc]')), [])
})
