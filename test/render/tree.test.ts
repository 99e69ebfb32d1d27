import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'ava'
import { FleetError } from '../../src/model/errors.ts'
import { writeTree } from '../../src/render/index.ts'

const files = (content: string, mode = 0o644) => [{ place: 'virtual4', files: [{ path: '/etc/a/b', content, mode, shared: false }, { path: '/etc/c', content, mode: 0o600, shared: false }] }]

const withFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'fleetnet-render-'))
  try {
    await work(join(folder, 'out'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('files stand below a folder of their host, with their modes whatever the umask; what is ours is written again', async (t) =>
  withFolder(async (folder) => {
    t.deepEqual(await writeTree(folder, files('one\n', 0o755)), [join(folder, 'virtual4/etc/a/b'), join(folder, 'virtual4/etc/c')])
    t.is(statSync(join(folder, 'virtual4/etc/a/b')).mode & 0o777, 0o755)
    t.is(statSync(join(folder, 'virtual4/etc/c')).mode & 0o777, 0o600)
    chmodSync(join(folder, 'virtual4/etc/c'), 0o644)
    await writeTree(folder, files('two\n'))
    t.is(readFileSync(join(folder, 'virtual4/etc/a/b'), 'utf8'), 'two\n')
    t.is(statSync(join(folder, 'virtual4/etc/c')).mode & 0o777, 0o600)
  }))

test('one file that somebody changed, or had there before: nothing is written at all', async (t) =>
  withFolder(async (folder) => {
    await writeTree(folder, files('one\n'))
    writeFileSync(join(folder, 'virtual4/etc/c'), 'theirs\n')
    const error = await t.throwsAsync(writeTree(folder, files('two\n')), { instanceOf: FleetError })
    t.is(error.what, `${folder} holds files that fleetnet did not write, or that were changed since: virtual4/etc/c`)
    t.is(readFileSync(join(folder, 'virtual4/etc/a/b'), 'utf8'), 'one\n')
    writeFileSync(join(folder, '.fleetnet-rendered.json'), 'no json')
    await t.throwsAsync(writeTree(folder, files('two\n')), { instanceOf: FleetError })
  }))

test('one host’s files stand in the folder itself; a folder that cannot be one is said', async (t) =>
  withFolder(async (folder) => {
    await writeTree(folder, files('one\n').map((host) => ({ ...host, place: '' })))
    t.true(existsSync(join(folder, 'etc/c')))
    const error = await t.throwsAsync(writeTree(join(folder, 'etc/c'), files('one\n')), { instanceOf: FleetError })
    t.regex(error.what, /cannot be used: .*ENOTDIR/)
  }))
