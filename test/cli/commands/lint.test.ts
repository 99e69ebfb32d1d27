import { mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import test, { type ExecutionContext } from 'ava'
import { fleetnet, needBuild } from '../bin.ts'

const bridge = 'DEVICE=br0\nTYPE=bridge\nONBOOT=yes\n'

const newFolder = async (t: ExecutionContext, files: Readonly<Record<string, string>>): Promise<string> => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'fleetnet-lint-')))
  t.teardown(async () => rm(folder, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content, { mode: 0o640 })
  }
  return folder
}

test.before(needBuild)

test('an error ends with 1, and is told with file, line, code, what it does and the fix', async (t) => {
  const cwd = await newFolder(t, { 'ifcfg-br0': bridge })
  const { code, stdout } = await fleetnet(['lint', '--files', '.', '--release', 'el5'], { cwd })
  t.is(code, 1)
  t.is(stdout, `ifcfg-br0:2: error E04: TYPE=bridge is not Bridge
  does: at its turn the device is not there and FAILS; its port then makes the bridge, down and without address; a second restart seems to repair it
  fix:  write TYPE=Bridge
1 error
`)
})

test('--fix shows a diff and keeps the mode; the second time there is nothing to mend', async (t) => {
  const cwd = await newFolder(t, { 'ifcfg-br0': bridge })
  const first = await fleetnet(['lint', '--files', '.', '--fix'], { cwd })
  t.is(first.code, 0, first.stdout)
  t.regex(first.stdout, /^-TYPE=bridge\n\+TYPE=Bridge$/m)
  t.is(await readFile(join(cwd, 'ifcfg-br0'), 'utf8'), bridge.replace('bridge', 'Bridge'))
  t.is((await stat(join(cwd, 'ifcfg-br0'))).mode & 0o777, 0o640)
  const second = await fleetnet(['lint', '--files', '.', '--fix'], { cwd })
  t.regex(second.stdout, /^0 files mended$/m)
  t.notRegex(second.stdout, /^@@/m)
})

test('a warning ends with 0, and with 1 under --strict', async (t) => {
  const cwd = await newFolder(t, { 'ifcfg-br0': 'DEVICE=br0\nTYPE=Bridge\nFD=9\n' })
  t.is((await fleetnet(['lint', '--files', '.', '--release', 'el6'], { cwd })).code, 0)
  t.is((await fleetnet(['lint', '--files', '.', '--release', 'el6', '--strict'], { cwd })).code, 1)
})

test('--format json is one document, of an inventory too', async (t) => {
  const cwd = await newFolder(t, { 'inventory/prod.yaml': 'hosts:\n  a: { network: { bonds: { bond0: { slaves: [eth0], mode: active-backup } } } }\n' })
  const { code, stdout } = await fleetnet(['lint', '-i', 'prod', '--format', 'json'], { cwd })
  t.is(code, 1)
  const document: unknown = JSON.parse(stdout)
  t.like(document, { version: 1, counts: { error: 1, warning: 0, note: 0 }, findings: [{ code: 'E15', severity: 'error', file: 'inventory/prod.yaml', line: 2, hosts: ['a'] }] })
})
