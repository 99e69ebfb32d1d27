import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'ava'
import { prepareFloor } from '../../bench/floor.ts'
import { type BenchHost, changedFiles, digestOf, readFiles } from '../../bench/hosts.ts'
import { median } from '../../bench/measure.ts'

const file = (content: string, mode = 0o644) => ({ content, mode })

test('a benchmark whose contestant left another file, mode or nothing would notice', (t) => {
  const before = new Map([['/etc/same', file('a')], ['/etc/content', file('a')], ['/etc/mode', file('a')], ['/etc/gone', file('a')]])
  const after = new Map([['/etc/same', file('a')], ['/etc/content', file('b')], ['/etc/mode', file('a', 0o600)], ['/etc/new', file('c')]])
  t.deepEqual([...changedFiles(before, after)].toSorted(), [['/etc/content', file('b')], ['/etc/gone', undefined], ['/etc/mode', file('a', 0o600)], ['/etc/new', file('c')]])
  t.is(changedFiles(before, before).size, 0)
  t.not(digestOf(before), digestOf(after))
  t.is(digestOf(after), digestOf(new Map([...after].toReversed())), 'the order in which a folder is read does not matter')
})

test('the median of five is the third', (t) => {
  t.is(median([5, 1, 9, 2, 3]), 3)
  t.is(median([1, 2, 3, 10]), 2.5)
})

test('the script of the floor leaves exactly the wanted files, and nothing of quotes or newlines is lost', async (t) => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'fleetnet-bench-test-')))
  t.teardown(async () => rm(folder, { recursive: true, force: true }))
  const root = join(folder, 'host01')
  await mkdir(join(root, 'etc'), { recursive: true })
  await mkdir(join(root, 'var/lib'), { recursive: true })
  await writeFile(join(root, 'etc/gone'), 'x')
  const host: BenchHost = { name: 'host01', listen: '127.0.9.1', address: '10.1.1.101', root, spec: { name: 'host01', release: 'el5', nics: [], address: '10.1.1.101/24' } }
  const wanted = new Map([['/etc/new', file('$HOME `id` "x" \'y\' \\n\n')], ['/etc/deep/script', file('#!/bin/sh\nexit 0\n', 0o755)], ['/etc/gone', undefined]])
  const floor = await prepareFloor(folder, [host], new Map([['host01', wanted]]), { down: [], up: [] }, { port: 1, user: 'root', identityFile: '/none', knownHosts: '/none' })
  t.is(floor.input, '127.0.9.1\n')
  t.regex(floor.command('files'), /^xargs -P 20 .*ssh .*-p 1 /)
  execFileSync('sh', [join(folder, 'floor/files/127.0.9.1')])
  t.deepEqual([...(await readFiles(root))].toSorted(), [...wanted].filter(([, content]) => content !== undefined).toSorted())
  t.is((await stat(join(root, 'etc/deep/script'))).mode & 0o777, 0o755)
  t.is(await readFile(join(root, 'etc/new'), 'utf8'), '$HOME `id` "x" \'y\' \\n\n')
})
