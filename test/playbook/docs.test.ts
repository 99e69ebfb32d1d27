import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import test from 'ava'
import { findPlaybook, loadPlaybook } from '../../src/playbook/index.ts'
import { registerPlaybookHooks } from '../../src/playbook/hooks.ts'
import { contentAfter, contextWith } from '../steps/contexts.ts'

const blocks = [...(await readFile(new URL('../../docs/playbooks.md', import.meta.url), 'utf8')).matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code)

/** Imports an example: a module as it stands, or an expression of steps as its default export. */
const importExample = async (t: { teardown: (after: () => Promise<void>) => void }, code: string): Promise<Record<string, unknown>> => {
  const folder = await mkdtemp(join(tmpdir(), 'fleetnet-docs-'))
  t.teardown(async () => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'example.ts')
  await writeFile(file, code.includes('import ') ? code : `import { command, file, line, module, service, sysctl } from 'fleetnet'\nexport default ${code}`)
  registerPlaybookHooks()
  const loaded: Record<string, unknown> = await import(pathToFileURL(file).href)
  return loaded
}

test('there are examples', (t) => t.true(blocks.length >= 8))

for (const [index, code] of blocks.entries()) {
  test(`example ${index + 1} of docs/playbooks.md works: ${code.split('\n', 1)[0]}`, async (t) => {
    const loaded = await importExample(t, code)
    t.true(Object.keys(loaded).length > 0)
    const step = loaded['default'] ?? (typeof loaded['nameBonds'] === 'function' ? Reflect.apply(loaded['nameBonds'], undefined, []) : undefined)
    t.is(typeof step, 'object')
  })
}

test('the step of one’s own changes nothing the second time', async (t) => {
  const code = blocks.find((block) => block.includes('nameBonds')) ?? ''
  const { nameBonds } = await importExample(t, code)
  if (typeof nameBonds !== 'function') return t.fail()
  const step = Reflect.apply(nameBonds, undefined, [])
  const network = { bonds: { bond0: { slaves: ['eth0'] as [string] } } }
  t.is(contentAfter(step, '/etc/issue', contextWith({ network })), 'bond0\n')
  t.deepEqual(step.changes(contextWith({ network, files: { '/etc/issue': 'bond0\n' } })), [])
})

test('the documentation names every step, and the playbooks that come with fleetnet', async (t) => {
  const text = await readFile(new URL('../../docs/playbooks.md', import.meta.url), 'utf8')
  const api = await import('../../src/index.ts')
  for (const name of Object.keys(api).filter((each) => each !== 'FleetError')) t.regex(text, new RegExp(`\\b${name}\\b`), name)
  for (const name of ['oracle-vm-trunk', 'xen-bond-vlan', 'xen-bond-bridge', 'kvm-bond-bridge', 'bonded-trunk', 'time-and-names']) {
    t.true(text.includes(`\`${name}\``))
    await t.notThrowsAsync(loadPlaybook(await findPlaybook(name, { cwd: '/' }), { cwd: '/' }))
  }
})
