import test from 'ava'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadInventory } from '../../src/inventory/index.ts'
import { FleetError, FleetErrors } from '../../src/model/errors.ts'

const withFile = async (content: string | Uint8Array, work: (cwd: string) => Promise<void>): Promise<void> => {
  const cwd = await mkdtemp(join(tmpdir(), 'fleetnet-inventory-'))
  try {
    await writeFile(join(cwd, 'fleet.yaml'), content)
    await work(cwd)
  } finally {
    await rm(cwd, { recursive: true, force: true })
  }
}

test('inventories that come with the package are found by name, from any folder', async (t) => {
  const { hosts, groups, warnings } = await loadInventory('demo', { cwd: await mkdtemp(join(tmpdir(), 'fleetnet-inventory-')) })
  const names = ['virtual4', 'virtual5', 'virtual6', 'virtual7', 'virtual8', 'virtual9']
  t.deepEqual(hosts.map(({ name }) => name), names)
  t.deepEqual(groups, { ovm: names })
  t.deepEqual(warnings, [])
  t.deepEqual(hosts.map(({ network }) => network.bridges['vlan100']?.addresses), [4, 5, 6, 7, 8, 9].map((n) => [`10.1.1.10${n}/24`]))
  t.deepEqual(hosts[0]?.platform, { backend: 'ifcfg', release: 'el5', xend: true })
})

test('the example of a fleet is without error; its storage heads change one at a time', async (t) => {
  const { hosts, groups, warnings } = await loadInventory('prod', { cwd: tmpdir() })
  t.deepEqual(warnings, [])
  t.deepEqual(groups['ovm'], ['virtual1', 'virtual2', 'virtual3'])
  t.deepEqual(hosts.filter(({ group }) => group === 'storage').map(({ name }) => name), ['head1', 'head2'])
})

test('the inventory of the working folder comes before one of the package', (t) => withFile('hosts: { mine: }', async (cwd) => {
  await writeFile(join(cwd, 'demo'), 'hosts: { mine: }')
  const { hosts, name } = await loadInventory('demo', { cwd })
  t.is(name, 'demo')
  t.deepEqual(hosts.map((host) => host.name), ['mine'])
}))

test('a byte order mark does no harm', (t) => withFile('\ufeffhosts: { virtual4: }', async (cwd) => {
  t.is((await loadInventory('fleet.yaml', { cwd })).hosts.length, 1)
}))

test('warnings are kept, once for all hosts that they are true of', (t) => withFile(
  'groups: { ovm: { network: { interfaces: { eth0: }, bonds: { bond0: { slaves: [eth0], mode: 802.3ad } } }, hosts: { virtual4: , virtual5: } } }',
  async (cwd) => {
    const { warnings } = await loadInventory('./fleet.yaml', { cwd })
    t.is(warnings.length, 1)
    t.like(warnings[0], { hosts: ['virtual4', 'virtual5'], finding: { severity: 'warning', rule: 'E18' }, position: { file: 'fleet.yaml', line: 1 } })
  },
))

test('a device is no inventory, nor is a folder without one', async (t) => {
  for (const [reference, what] of [['/dev/zero', /no inventory/], ['', /found nothing/]] as const) {
    const error = await t.throwsAsync(loadInventory(reference, { cwd: tmpdir() }), { instanceOf: FleetError })
    t.regex(error?.what ?? '', what)
  }
  await withFile('', async (cwd) => {
    await rm(join(cwd, 'fleet.yaml'))
    const error = await t.throwsAsync(loadInventory(cwd, { cwd }), { instanceOf: FleetError })
    t.regex(error?.what ?? '', /expected \*\.yaml or \*\.yml in .*, found none/)
  })
})

test('two endings of one name are not chosen between', (t) => withFile('hosts: { a: }', async (cwd) => {
  const folder = join(cwd, 'inventory')
  const { mkdir } = await import('node:fs/promises')
  await mkdir(folder)
  await writeFile(join(folder, 'prod.yaml'), 'hosts: { a: }')
  await writeFile(join(folder, 'prod.json'), '{ "hosts": { "a": {} } }')
  const error = await t.throwsAsync(loadInventory('prod', { cwd }), { instanceOf: FleetError })
  t.regex(error?.what ?? '', /found inventory\/prod\.yaml and inventory\/prod\.json/)
}))

test('whatever the bytes, an error has words and a place, and never a stack', async (t) => {
  const broken = [
    '%', '"', '{', '[', '&a', '*a', '? ', '!!x y', '- - -', ': :', '\u0000', '{a: {b: [}', '|', '>\n a', 'hosts: &a { b: *a }', '? [a]\n: b',
    '<<: a', 'hosts: { "": {} }', '__proto__: {}', 'hosts: { __proto__: {} }',
    String.raw`hosts: { "\e[31m": {} }`,
    String.raw`{ "\e[31m\n": {} }`,
    String.raw`hosts: { a: { ssh: { user: 1, port: "\e]0;x\a" } } }`,
    String.raw`hosts: { a: { network: { bridges: { "\e[1m": {} } } } }`,
  ]
  for (const text of broken)
    await withFile(text, async (cwd) => {
      const error = await t.throwsAsync(loadInventory('./fleet.yaml', { cwd }), undefined, JSON.stringify(text))
      const all = error instanceof FleetErrors ? error.errors : [error]
      for (const one of all) {
        if (!(one instanceof FleetError)) return t.fail(`${JSON.stringify(text)}: ${String(one)}`)
        t.is(one.position?.file, 'fleet.yaml')
        t.notRegex([one.what, one.path, ...one.next].join(''), /[\u0000-\u001f\u007f-\u009f]/)
        t.true(one.next.length > 0)
      }
    })
})
