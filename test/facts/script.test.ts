import test from 'ava'
import { spawnSync } from 'node:child_process'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { digestFunctions, mergeRequests, parseProbe, probeCommand, probeScript } from '../../src/facts/index.ts'
import { FleetError } from '../../src/model/errors.ts'
import type { Facts, FactsRequest } from '../../src/model/facts.ts'
import { makeTree, missingShell, nonce, probe, requestOf, shells, type Shell, type Tree } from './cases.ts'

const plain = 'el5-xen-one-address'

const factsOf = (tree: Tree, request: Partial<FactsRequest>): Facts => parseProbe(probe(tree.root, mergeRequests(request), 'dash'), nonce)

const withTree = (work: (tree: Tree) => void): void => {
  const tree = makeTree(plain)
  try {
    work(tree)
  } finally {
    tree.delete()
  }
}

for (const shell of Object.keys(shells) as Shell[]) {
  const run = missingShell(shell) && process.env['CI'] === undefined ? test.skip : test
  run(`a script that was cut runs nothing under ${shell}${run === test ? '' : ` (needs the Debian package ${shell})`}`, (t) => {
    const script = probeScript(requestOf(plain), { root: '', nonce })
    const lengths = [0, 1, 100, Math.floor(script.length / 2), script.lastIndexOf('fleetnet_probe'), script.lastIndexOf(nonce) + 5, script.length - 2, script.length - 8]
    for (const length of lengths) {
      const [command, ...words] = shells[shell]
      const result = spawnSync(command, [...words, '-c', probeCommand], { input: script.slice(0, length), encoding: 'utf8', env: { PATH: '/usr/bin:/bin' } })
      t.is(result.status, 65, `${length}`)
      t.is(result.stdout, '')
      t.regex(result.stderr, /did not arrive whole/)
    }
  })
  run(`every shell function can be read by ${shell}`, (t) => {
    const [command, ...words] = shells[shell]
    const check = (text: string): string => spawnSync(command, [...words, '-n'], { input: text, encoding: 'utf8' }).stderr
    t.is(check(probeScript(mergeRequests(), { root: '', nonce })), '')
    t.is(check(probeScript(requestOf('el6-active-backup'), { root: "/a 'root", nonce })), '')
    t.is(check(digestFunctions(mergeRequests(), { root: '' })), '')
  })
}

test('the probe survives the login shells’ one line: no single quote, no exclamation mark, no newline', (t) => t.notRegex(probeCommand, /['!\n]/))

test('a script that sh runs from a file prints the same answer twice, and leaves its standard input alone', (t) =>
  withTree((tree) => {
    const script = probeScript(requestOf(plain), { root: tree.root, nonce })
    tree.write('probe', script)
    const result = spawnSync('sh', ['-c', 'sh "$0"; sh "$0"; cat', join(tree.root, 'probe')], { input: 'confirm', encoding: 'utf8' })
    t.true(result.stdout.endsWith('confirm'))
    t.is(result.stdout.split(`${nonce} facts end\n`).length, 3)
  }))

test('digest functions change nothing of their caller but names of their own', (t) =>
  withTree((tree) => {
    const caller = 'set -eu; IFS=x; set -- 1 2; cd /tmp; line=mine; d=$(fleetnet_digest); fleetnet_digest; [ "$PWD$line$*$IFS" = /tmpmine1x2x ] && echo "$d"'
    for (const shell of Object.keys(shells) as Shell[]) {
      if (missingShell(shell)) continue
      const [command, ...words] = shells[shell]
      const { stdout, stderr } = spawnSync(command, [...words, '-c', `${digestFunctions(requestOf(plain), { root: tree.root })}${caller}`], { encoding: 'utf8' })
      t.is(stderr, '')
      const [first = '', second, ...rest] = stdout.split('\n')
      t.regex(first, /^sha256sum:[0-9a-f]{64}$/)
      t.deepEqual([second, rest], [first, ['']])
    }
  }))

test('requests merge into one, without repetition, in one order', (t) => {
  const left = { files: ['/b', '/a'], guards: [{ id: 'x', creates: '/x' }] }
  const right = { files: ['/a', '/c'], modules: ['bonding'], guards: [{ id: 'x', creates: '/x' }, { id: 'a', unless: 'true' }] }
  t.deepEqual(mergeRequests(left, right), { globs: [], files: ['/a', '/b', '/c'], modules: ['bonding'], sysctls: [], services: [], guards: [{ id: 'a', unless: 'true' }, { id: 'x', creates: '/x' }] })
  t.deepEqual(mergeRequests(right, left), mergeRequests(left, right))
  t.deepEqual(mergeRequests(), { globs: [], files: [], modules: [], sysctls: [], services: [], guards: [] })
})

const impossible: readonly Partial<FactsRequest>[] = [
  { files: ['etc/passwd'] }, { files: ['/etc/../proc/1'] }, { files: ['/etc/a\nb'] }, { files: ['/proc/cmdline'] }, { globs: ['/sys/*'] }, { globs: ['*'] }, { files: [''] },
  { modules: ['x;y'] }, { modules: ['--remove'] }, { sysctls: ['net.ipv4;x'] }, { sysctls: ['../x'] }, { sysctls: ['net/../../etc/passwd'] }, { services: ['a b'] }, { services: ['../x'] }, { services: ['-h'] },
  { guards: [{ id: 'a\nb', unless: 'true' }] }, { guards: [{ id: 'a', creates: 'x' }] }, { guards: [{ id: 'a', unless: 'tr\0ue' }] }, { guards: [{ id: 'a', unless: 'true' }, { id: 'a', unless: 'false' }] },
]
for (const request of impossible)
  test(`a request that no probe can answer is refused: ${JSON.stringify(request)}`, (t) => {
    const error = t.throws(() => probeScript(mergeRequests(request), { root: '', nonce }), { instanceOf: FleetError })
    t.is(error?.kind, 'playbook')
    t.true((error?.next.length ?? 0) > 0)
    t.throws(() => digestFunctions(mergeRequests(request), { root: '' }), { instanceOf: FleetError })
  })

test('a root or a nonce that would break the script is a bug of the caller', (t) => {
  t.throws(() => probeScript(mergeRequests(), { root: 'relative', nonce }), { instanceOf: TypeError })
  t.throws(() => probeScript(mergeRequests(), { root: '/x/', nonce }), { instanceOf: TypeError })
  t.throws(() => probeScript(mergeRequests(), { root: '', nonce: 'a b' }), { instanceOf: TypeError })
})

test('words of a request are data, whatever they hold', (t) =>
  withTree((tree) => {
    const evil = `it's $(touch ${tree.root}/ran) \`touch ${tree.root}/ran\` "; touch ${tree.root}/ran #*`
    tree.write(`etc/${evil.replaceAll('/', '_')}`, 'here\n')
    const path = `/etc/${evil.replaceAll('/', '_')}`
    const facts = factsOf(tree, { files: [path, `/etc/absent ${evil.replaceAll('/', '_')}`], guards: [{ id: evil, creates: '/etc' }] })
    t.deepEqual(Object.keys(facts.files), [path])
    t.deepEqual(facts.guards, { [evil]: true })
    t.false(factsOf(tree, { guards: [{ id: 'ran', creates: '/ran' }] }).guards['ran'])
  }))

test('files: symlinks show where they point and hold what is behind them, hard links are counted', (t) =>
  withTree((tree) => {
    symlinkSync('modprobe.conf', join(tree.root, 'etc/link'))
    linkSync(join(tree.root, 'etc/modprobe.conf'), join(tree.root, 'etc/other'))
    const { files } = factsOf(tree, { files: ['/etc/link', '/etc/modprobe.conf'] })
    t.is(files['/etc/link']?.symlink, 'modprobe.conf')
    t.is(files['/etc/link']?.content, files['/etc/modprobe.conf']?.content)
    t.is(files['/etc/modprobe.conf']?.links, 2)
    t.false('symlink' in (files['/etc/modprobe.conf'] ?? {}))
  }))

const refused: Readonly<Record<string, readonly [(tree: Tree) => void, RegExp]>> = {
  'a file of more than 1 MiB': [({ write }) => write('etc/wanted', 'x'.repeat(1024 * 1024 + 1)), /"\/etc\/wanted" has 1048577 bytes/],
  'a folder where a file was expected': [({ root }) => void mkdirSync(join(root, 'etc/wanted')), /"\/etc\/wanted" is there and is no file/],
  'a symlink to nothing': [({ root }) => symlinkSync('nowhere', join(root, 'etc/wanted')), /symlink to nothing/],
  'a pipe that nobody fills': [({ root }) => void spawnSync('mkfifo', [join(root, 'etc/wanted')]), /is no file/],
  'a file of the kernel behind a symlink': [({ root }) => symlinkSync('/proc/self/mounts', join(root, 'etc/wanted')), /changed while/],
}
for (const [what, [prepare, expected]] of Object.entries(refused))
  test(`named in an error: ${what}`, (t) =>
    withTree((tree) => {
      prepare(tree)
      const error = t.throws(() => factsOf(tree, { files: ['/etc/wanted'] }), { instanceOf: FleetError })
      t.is(error?.kind, 'probe')
      t.regex(error?.what ?? '', expected)
    }))

test('more than 8 MiB altogether are not read', (t) =>
  withTree((tree) => {
    for (const index of Array.from({ length: 9 }, (_, number) => number)) tree.write(`etc/many/${index}`, 'x'.repeat(1000 * 1000))
    t.regex(t.throws(() => factsOf(tree, { globs: ['/etc/many/*'] }), { instanceOf: FleetError })?.what ?? '', /"\/etc\/many\/8"/)
    t.is(Object.keys(factsOf(tree, { globs: ['/etc/many/[0-7]'] }).files).length, 8)
  }))

test('a file that changes between stat and cat is noticed', (t) =>
  withTree((tree) => {
    // The second cat of a probe prints the contents; the first one made the digest.
    renameSync(join(tree.root, 'bin/cat'), join(tree.root, 'bin/real-cat'))
    tree.write('bin/cat', `#!/bin/sh\necho grown >>'${tree.root}/etc/modprobe.conf'\nexec '${tree.root}/bin/real-cat' "$@"\n`)
    spawnSync('chmod', ['755', join(tree.root, 'bin/cat')])
    t.regex(t.throws(() => factsOf(tree, { files: ['/etc/modprobe.conf'] }), { instanceOf: FleetError })?.what ?? '', /changed while it was being read/)
  }))

test('a host without stat is not taken for a host without files', (t) =>
  withTree((tree) => {
    tree.remove('bin/stat')
    t.regex(t.throws(() => factsOf(tree, { files: ['/etc/modprobe.conf'] }), { instanceOf: FleetError })?.what ?? '', /no stat/)
  }))

test('a guard that hangs is an error, and is gone afterwards', (t) =>
  withTree((tree) => {
    tree.remove('bin/sleep')
    // The limit of ten seconds, shortened.
    tree.write('bin/sleep', '#!/bin/sh\nexec /bin/sleep 1\n')
    spawnSync('chmod', ['755', join(tree.root, 'bin/sleep')])
    tree.write('hang', '#!/bin/sh\necho $$ >"${0%/*}/pid"\n/bin/sleep 60 & wait\n')
    const request = { guards: [{ id: 'hangs', unless: `sh '${tree.root}/hang'` }] }
    t.regex(t.throws(() => factsOf(tree, request), { instanceOf: FleetError })?.what ?? '', /"hangs" did not end/)
    const pid = readFileSync(join(tree.root, 'pid'), 'utf8').trim()
    // What was killed may wait for its new parent to take notice.
    const state = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '')[0] : 'gone'
    t.true(['gone', 'Z', 'X'].includes(state ?? ''), state)
  }))

test('a root that is not there is said', (t) => {
  t.regex(t.throws(() => parseProbe(probe('/nowhere/at all', mergeRequests(), 'dash'), nonce), { instanceOf: FleetError })?.what ?? '', /no such root/)
})
