import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import test from 'ava'
import { FleetError } from '../../src/model/errors.ts'
import { findPlaybook, loadPlaybook } from '../../src/playbook/index.ts'

/** A folder with these files, gone after the test. */
const folderWith = async (t: { teardown: (after: () => Promise<void>) => void }, files: Readonly<Record<string, string>>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'fleetnet-playbook-'))
  t.teardown(async () => rm(folder, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

const good = (name: string): string => `import { definePlaybook, writeBonds, type Step } from 'fleetnet'
const steps: readonly Step[] = [writeBonds()]
export default definePlaybook({ name: '${name}', steps })
`

test('a name is looked for in playbooks/, a path from the working folder', async (t) => {
  const cwd = await folderWith(t, { 'playbooks/mine.ts': good('mine'), 'elsewhere/other.ts': good('other'), 'playbooks/plain.js': "import { definePlaybook, writeSlaves } from 'fleetnet'\nexport default definePlaybook({ name: 'plain', steps: [writeSlaves()] })\n" })
  t.is((await loadPlaybook('mine', { cwd })).name, 'mine')
  t.is((await loadPlaybook('./elsewhere/other.ts', { cwd })).name, 'other')
  t.is((await loadPlaybook(join(cwd, 'elsewhere/other.ts'), { cwd: '/' })).name, 'other')
  t.is((await loadPlaybook('plain', { cwd })).name, 'plain')
  t.is(await findPlaybook('mine', { cwd }), join(cwd, 'playbooks/mine.ts'))
})

test('the shipped ones are found by name, and one of the user’s own with that name comes first', async (t) => {
  const empty = await folderWith(t, {})
  for (const name of ['oracle-vm-trunk', 'time-and-names']) t.is((await loadPlaybook(name, { cwd: empty })).name, name)
  const cwd = await folderWith(t, { 'playbooks/oracle-vm-trunk.ts': good('own') })
  t.is((await loadPlaybook('oracle-vm-trunk', { cwd })).name, 'own')
})

test('where plain Node refuses to strip types: below node_modules, in a folder of type commonjs', async (t) => {
  const cwd = await folderWith(t, {
    'node_modules/site/playbooks/a.ts': good('a'),
    'legacy/package.json': '{ "type": "commonjs" }',
    'legacy/b.ts': "import { list } from './shared.ts'\n" + good('b') + 'export const used: number = list.length\n',
    'legacy/shared.ts': 'export const list: string[] = []\n',
    'c.mts': good('c'),
  })
  t.is((await loadPlaybook('./node_modules/site/playbooks/a.ts', { cwd })).name, 'a')
  t.is((await loadPlaybook('./legacy/b.ts', { cwd })).name, 'b')
  t.is((await loadPlaybook('./c.mts', { cwd })).name, 'c')
})

test('types are stripped without a word on standard error', async (t) => {
  const cwd = await folderWith(t, { 'playbooks/quiet.ts': good('quiet') })
  const code = `import { loadPlaybook } from ${JSON.stringify(new URL('../../src/playbook/index.ts', import.meta.url).href)}
const { name } = await loadPlaybook('quiet', { cwd: ${JSON.stringify(cwd)} })
process.emitWarning('others are still heard')
console.log(name)`
  const options = { encoding: 'utf8' as const, stdio: ['ignore', 'pipe', 'pipe'] as ('ignore' | 'pipe')[] }
  t.is(execFileSync(process.execPath, ['--disable-warning=Warning', '--input-type=module', '-e', code], options), 'quiet\n')
  const heard = execFileSync('/bin/sh', ['-c', '"$0" --input-type=module -e "$1" 2>&1', process.execPath, code], options)
  t.regex(heard, /others are still heard/)
  t.notRegex(heard, /ExperimentalWarning/)
})

const broken: readonly (readonly [what: string, source: string, line: number | undefined, message: RegExp])[] = [
  ['syntax that is no TypeScript', "import { definePlaybook } from 'fleetnet'\n\nconst x: = 4\n", 3, /^syntax error: Unexpected token `=`$/],
  ['TypeScript that needs a compiler', '\nenum A { x }\nexport default A\n', 2, /enum is not supported/],
  ['an early error of the engine', "let a: number = 1\n\nlet a = 2\nexport default a\n", 3, /^syntax error: Identifier 'a' has already been declared$/],
  ['a wrong argument', "import { definePlaybook, file } from 'fleetnet'\nexport default definePlaybook({\n  name: 'x',\n  steps: [\n    file({ path: 'motd', content: '' }),\n  ],\n})\n", 5, /^file: path must be an absolute path/],
  ['a wrong playbook', "import { definePlaybook, writeBonds } from 'fleetnet'\n\nexport default definePlaybook({ name: 'x', steps: [writeBonds as never] })\n", 3, /steps\[0\] is the function writeBonds/],
  ['an error while it runs', "import { definePlaybook } from 'fleetnet'\nconst site: Record<string, { name: string }> = {}\n\nexport default site['a']!.name\n", 4, /^Cannot read properties of undefined/],
  ['something thrown that is no error', "throw 'nothing'\n", undefined, /it threw "nothing"/],
  ['an import that is not there', "import { x } from './missing.ts'\nexport default x\n", undefined, /^there is no .*missing\.ts, which it imports$/],
  ['a package that is not there', "import x from 'no-such-package-at-all'\nexport default x\n", undefined, /^there is no no-such-package-at-all, which it imports$/],
  ['a step that fleetnet does not have', "import {\n  definePlaybook,\n  writeBridges,\n} from 'fleetnet'\nexport default definePlaybook({ name: 'x', steps: [writeBridges()] })\n", 3, /does not provide an export named 'writeBridges'/],
  ['no default export', "export const playbook = 1\n", 1, /^the playbook has no default export$/],
  ['a default export that is no playbook', "export default { hosts: [] }\n", 1, /^its default export is not a playbook$/],
  ['a default export that was not defined', "export default { name: 'a', steps: [], colour: 'red' }\n", undefined, /a playbook has no 'colour'/],
]

for (const [what, source, line, message] of broken) {
  test(`file, line and one sentence: ${what}`, async (t) => {
    const cwd = await folderWith(t, { 'playbooks/broken.ts': source })
    const error = await t.throwsAsync(loadPlaybook('broken', { cwd }), { instanceOf: FleetError, message })
    t.is(error?.kind, 'playbook')
    t.is(error?.position?.file, join(cwd, 'playbooks/broken.ts'))
    t.is(error?.position?.line, line)
    t.false(error?.what.includes('\n'))
    t.true((error?.next.length ?? 0) > 0)
  })
}

test('an error in what a playbook imports is told of that file', async (t) => {
  const cwd = await folderWith(t, { 'playbooks/a.ts': "import { x } from '../shared/sites.ts'\nexport default x\n", 'shared/sites.ts': '// first\nexport const x = 1 +\n' })
  const error = await t.throwsAsync(loadPlaybook('a', { cwd }), { instanceOf: FleetError })
  t.is(error?.position?.file, join(cwd, 'shared/sites.ts'))
})

test('not found: near names, or those that there are', async (t) => {
  const cwd = await folderWith(t, { 'playbooks/storage.ts': good('storage') })
  const near = await t.throwsAsync(loadPlaybook('oracle-vm-trunc', { cwd }), { instanceOf: FleetError })
  t.deepEqual(near?.next, ['did you mean oracle-vm-trunk?'])
  const far = await t.throwsAsync(loadPlaybook('nothing-like-it', { cwd }), { instanceOf: FleetError })
  t.regex(far?.next.join() ?? '', /^there are (.*, )?oracle-vm-trunk, (.*, )?storage, (.*, )?time-and-names(, .*)?$/)
  t.regex((await t.throwsAsync(loadPlaybook('./playbooks/storag.ts', { cwd }), { instanceOf: FleetError }))?.next.join() ?? '', /did you mean storage/)
  await t.throwsAsync(loadPlaybook('', { cwd }), { instanceOf: FleetError })
  await t.throwsAsync(loadPlaybook('../secrets', { cwd }), { instanceOf: FleetError, message: /there is no playbook/ })
})
