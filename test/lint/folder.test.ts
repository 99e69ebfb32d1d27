import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import test, { type ExecutionContext } from 'ava'
import { lintFiles, readFolder } from '../../src/lint/index.ts'
import { hostPlace } from '../../src/lint/place.ts'
import { FleetError } from '../../src/model/errors.ts'
import { lintJson, lintText } from '../../src/report/index.ts'

const newFolder = async (t: ExecutionContext, files: Readonly<Record<string, string | Buffer>>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'fleetnet-lint-'))
  t.teardown(async () => rm(folder, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

const places: readonly (readonly [string, string | undefined, string | undefined])[] = [
  ['ifcfg-eth0', '', '/etc/sysconfig/network-scripts/ifcfg-eth0'],
  ['network-scripts/ifcfg-eth0', '', '/etc/sysconfig/network-scripts/ifcfg-eth0'],
  ['a/etc/sysconfig/network', 'a', '/etc/sysconfig/network'],
  ['a/b/sysconfig/network', 'a/b', '/etc/sysconfig/network'],
  ['h/modprobe.d/bonding.conf', 'h', '/etc/modprobe.d/bonding.conf'],
  ['h/modprobe.conf', 'h', '/etc/modprobe.conf'],
  ['interfaces', '', '/etc/network/interfaces'],
  ['network/interfaces', '', '/etc/network/interfaces'],
  ['interfaces.d/eth0', '', '/etc/network/interfaces.d/eth0'],
  ['switch.txt', '', '/switch.txt'],
  ['readme.txt', undefined, undefined],
  ['etc/shadow', undefined, undefined],
  ['etc/../etc/x', undefined, undefined],
]

for (const [path, root, place] of places) test(`${path} ${place === undefined ? 'is left alone' : `is ${place} of ${root || 'the folder'}`}`, (t) => {
  const found = hostPlace(path)
  t.is(found?.root, root)
  t.is(found?.path, place)
})

test('hosts side by side are told apart, and what no rule looks at is counted', async (t) => {
  const folder = await newFolder(t, { 'a/etc/sysconfig/network': '', 'b/ifcfg-eth0': '', 'b/ifcfg-eth1': '', 'notes.md': '', 'a/root/ifcfg-eth0': '' })
  const { trees, leftAlone, findings } = await readFolder(folder)
  t.deepEqual(trees.map(({ root, files }) => [root, Object.keys(files).length]), [['a', 1], ['b', 2]])
  t.is(leftAlone, 2)
  t.deepEqual(findings, [])
})

test('a huge file, a symlink to nothing, one that leads out, a ring of folders and a pipe: said, and nothing hangs', async (t) => {
  const folder = await newFolder(t, { 'h/ifcfg-big': Buffer.alloc(1024 * 1024 + 1, 'a'), 'h/ifcfg-ok': 'DEVICE=ok\n' })
  await symlink('/nowhere', join(folder, 'h/ifcfg-eth1'))
  await symlink('/etc/passwd', join(folder, 'h/ifcfg-eth2'))
  await symlink('..', join(folder, 'h/ring'))
  execFileSync('mkfifo', [join(folder, 'h/ifcfg-pipe')])
  await symlink('ifcfg-pipe', join(folder, 'h/ifcfg-to-pipe'))
  const { findings, trees } = await readFolder(folder)
  t.deepEqual(trees.map(({ files }) => Object.keys(files)), [['/etc/sysconfig/network-scripts/ifcfg-ok']])
  t.deepEqual(findings.map(({ file, what }) => `${file}: ${what}`), [
    'h/ifcfg-big: it has 1048577 bytes, and up to 1 MiB is read', 'h/ifcfg-eth1: it is a symlink to nothing', 'h/ifcfg-eth2: it is a symlink that leads out of the folder',
    'h/ifcfg-pipe: it is no regular file', 'h/ifcfg-to-pipe: it is no regular file'])
  t.true(findings.every(({ code, severity }) => code === 'F01' && severity === 'error'))
})

test('a file that may not be read is said; root may read all', async (t) => {
  const folder = await newFolder(t, { 'ifcfg-eth0': 'DEVICE=eth0\n' })
  await chmod(join(folder, 'ifcfg-eth0'), 0)
  t.deepEqual((await readFolder(folder)).findings.map(({ what }) => what), process.getuid?.() === 0 ? [] : ['it cannot be read: EACCES'])
})

for (const name of ['nowhere', 'ifcfg-eth0']) test(`${name} as a folder is a mistake of usage`, async (t) => {
  const folder = await newFolder(t, { 'ifcfg-eth0': '' })
  const error = await t.throwsAsync(readFolder(join(folder, name)), { instanceOf: FleetError })
  t.is(error instanceof FleetError ? error.kind : '', 'usage')
})

test('what a file holds reaches a terminal only as text', async (t) => {
  const folder = await newFolder(t, { 'ifcfg-eth0': 'DEVICE=eth0\nMASTER=\u001b[31mred\u001b]0;title\u0007\nTYPE=\u202ebridge\n', 'ifcfg-eth1': Buffer.from([0, 1, 2, 255]) })
  const { trees } = await readFolder(folder)
  const findings = trees.flatMap(({ files }) => lintFiles({ files, release: undefined }))
  t.true(findings.length > 2)
  for (const text of [lintText(findings), lintJson(findings, [])]) t.notRegex(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
})

test('random bytes end in findings, never in an error', (t) => {
  const pieces = ['DEVICE=', 'eth0', '\n', '=', '"', "'", '<', '\\', '#', 'BONDING_OPTS=', 'mode=', 'iface', ' inet static', 'address', '(', ')', 'network-script', 'vif = [', "'", ']', '\r\n', '\u0000', 'é', 'BRIDGE=br0', 'IPADDR=1.2.3.4', 'VLAN=yes', 'auto eth0', '/', '${', '\t']
  let seed = 7
  const next = (limit: number): number => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % limit }
  const text = (): string => Array.from({ length: next(60) }, () => pieces[next(pieces.length)]).join('')
  const paths = ['/etc/sysconfig/network-scripts/ifcfg-eth0', '/etc/sysconfig/network-scripts/ifcfg-bond0.5', '/etc/sysconfig/network-scripts/ifcfg-br0:1', '/etc/sysconfig/network', '/etc/modprobe.conf', '/etc/network/interfaces', '/etc/xen/xend-config.sxp', '/etc/xen/vm', '/switch.txt', '/xe.txt', '/ifconfig']
  for (let round = 0; round < 300; round += 1) {
    const files = Object.fromEntries(paths.map((path) => [path, { path, content: text(), binary: false, mode: 0o644, uid: 0, gid: 0, links: 1 }]))
    t.notThrows(() => lintFiles({ files, release: round % 2 === 0 ? undefined : 'el5' }), JSON.stringify(files))
  }
})
