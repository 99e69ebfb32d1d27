import { cp, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import test from 'ava'
import { fleetnet, needBuild } from '../bin.ts'

const fleet = fileURLToPath(new URL('../../fixtures/import/fleet/files', import.meta.url))

test('a folder of hosts becomes an inventory; what stays behind is told, and nothing is written over', async (t) => {
  await needBuild()
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'fleetnet-import-')))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  await cp(fleet, join(folder, 'site'), { recursive: true })
  await writeFile(join(folder, 'site/virtual2/ifcfg-ib0'), 'DEVICE=ib0\nTYPE=InfiniBand\n')
  await writeFile(join(folder, 'site/virtual3/ifcfg-eth7'), 'DEVICE=eth7\nSTP=\u001b[31mOFF\nonboot=no\n')

  const first = await fleetnet(['import', '--files', 'site', '-o', 'inventory/site.yaml'], { cwd: folder })
  t.is(first.code, 0, first.stderr)
  t.is(first.stdout, '')
  t.regex(first.stderr, /^virtual2: kept by hand: ifcfg-ib0 line 2: type InfiniBand is not managed$/m)
  t.regex(first.stderr, /^virtual3: mistake: ifcfg-eth7 line 3: nothing reads onboot: keys are written in capitals$/m)
  t.false(first.stderr.includes('\u001b'))
  t.regex(first.stderr, /^4 hosts imported to inventory\/site\.yaml\.$/m)
  t.regex(first.stderr, /fleetnet lint/)
  const text = await readFile(join(folder, 'inventory/site.yaml'), 'utf8')
  t.true(text.includes('# kept by hand: ifcfg-ib0 line 2: type InfiniBand is not managed\n      virtual2:'), text)
  t.notRegex(text, /\u001b|^ +ib0:/m)

  const again = await fleetnet(['import', '--files', 'site', '-o', 'inventory/site.yaml'], { cwd: folder })
  t.is(again.code, 1)
  t.regex(again.stderr, /is there already/)
  const forced = await fleetnet(['import', '--files', 'site/virtual1', '-o', 'inventory/site.yaml', '--force'], { cwd: folder })
  t.is(forced.code, 0, forced.stderr)
  t.regex(await readFile(join(folder, 'inventory/site.yaml'), 'utf8'), /^hosts:\n(.*\n)?  virtual1:/m)

  const printed = await fleetnet(['import', '--files', 'site/store1'], { cwd: folder })
  t.regex(printed.stdout, /^hosts:\n  store1:\n    ssh: \{ host: 10\.1\.3\.21 \}$/m)
  const json: unknown = JSON.parse((await fleetnet(['import', '--files', 'site/store1', '--format', 'json'], { cwd: folder })).stdout)
  t.like(json, { version: 1, hosts: [{ name: 'store1', settings: { platform: { backend: 'ifupdown', release: 'debian12' } }, notes: [] }], errors: [] })
})
