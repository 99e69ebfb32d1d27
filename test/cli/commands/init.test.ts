import test from 'ava'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { initialFiles, writeInitialFiles } from '../../../src/cli/commands/init.ts'
import { loadInventory } from '../../../src/inventory/index.ts'
import { FleetError } from '../../../src/model/errors.ts'
import { loadPlaybook } from '../../../src/playbook/index.ts'

const inFolder = async (work: (cwd: string) => Promise<void>): Promise<void> => {
  const cwd = await mkdtemp(join(tmpdir(), 'fleetnet-init-'))
  try {
    await work(cwd)
  } finally {
    await rm(cwd, { recursive: true, force: true })
  }
}

test('writes files of which the inventory loads without error or warning', (t) => inFolder(async (cwd) => {
  const written = await writeInitialFiles(cwd)
  t.deepEqual(written, ['inventory/prod.yaml', 'playbooks/first.ts', '.fleetnet/schema/inventory.schema.json', 'tsconfig.json'])
  const { hosts, warnings } = await loadInventory('prod', { cwd })
  t.deepEqual(hosts.map(({ name, playbook }) => [name, playbook]), [['web1', 'first'], ['web2', 'first']])
  t.deepEqual(warnings, [])
}))

test('the first line of the inventory names the schema that is written', (t) => {
  const files = initialFiles('/somewhere')
  const inventory = files.find(({ path }) => path === 'inventory/prod.yaml')
  const [, reference = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(inventory?.content ?? '') ?? []
  t.truthy(files.find(({ path }) => path === join('inventory', reference)))
})

test('refuses to overwrite, names the files, and writes nothing', (t) => inFolder(async (cwd) => {
  await mkdir(join(cwd, 'playbooks'))
  await writeFile(join(cwd, 'playbooks/first.ts'), 'mine')
  await writeFile(join(cwd, 'tsconfig.json'), '{}')
  const error = await t.throwsAsync(writeInitialFiles(cwd), { instanceOf: FleetError })
  t.regex(error?.what ?? '', /without playbooks\/first\.ts, tsconfig\.json, found them/)
  t.is(await readFile(join(cwd, 'playbooks/first.ts'), 'utf8'), 'mine')
  t.deepEqual((await readdir(cwd)).sort(), ['playbooks', 'tsconfig.json'])
}))

test('a second run changes nothing', (t) => inFolder(async (cwd) => {
  await writeInitialFiles(cwd)
  const error = await t.throwsAsync(writeInitialFiles(cwd), { instanceOf: FleetError })
  t.is(error?.kind, 'usage')
  for (const { path, content } of initialFiles(cwd)) t.is(await readFile(join(cwd, path), 'utf8'), content)
}))

test('a folder that cannot be written is told of', (t) => inFolder(async (cwd) => {
  await writeFile(join(cwd, 'inventory'), 'a file where a folder belongs')
  const error = await t.throwsAsync(writeInitialFiles(cwd), { instanceOf: FleetError })
  t.regex(error?.what ?? '', /inventory/)
}))

test('tsconfig.json points to the package only where TypeScript would not find it', (t) => {
  const of = (cwd: string, folder: string): string => initialFiles(cwd, folder).find(({ path }) => path === 'tsconfig.json')?.content ?? ''
  t.notRegex(of('/home/me/fleet', '/home/me/fleet/node_modules/fleetnet/'), /paths/)
  t.notRegex(of('/home/me/fleet/sub', '/home/me/fleet/node_modules/fleetnet/'), /paths/)
  t.regex(of('/home/me/fleet', '/usr/lib/node_modules/fleetnet/'), /"\/usr\/lib\/node_modules\/fleetnet\/dist\/index\.d\.ts"/)
  t.regex(of('/home/me/fleet', '/home/me/fleetnet/'), /paths/)
})

test('the playbook imports what there is, and loads', (t) => inFolder(async (cwd) => {
  await writeInitialFiles(cwd)
  const playbook = await loadPlaybook('first', { cwd })
  t.is(playbook.name, 'first')
  t.deepEqual([...new Set(playbook.steps.flatMap(({ covers }) => covers))].sort(), ['addresses', 'bonds', 'bridges', 'interfaces', 'slaves', 'vlans'])
}))
