import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import test from 'ava'
import { bin, needBuild, run } from './bin.ts'

const recorder = fileURLToPath(new URL('./recordModules.ts', import.meta.url))

/** Packages below node_modules that a command line loads. */
const packagesOf = async (words: readonly string[]): Promise<{ readonly packages: readonly string[]; readonly code: number | null }> => {
  const folder = await mkdtemp(join(tmpdir(), 'fleetnet-startup-'))
  try {
    const record = join(folder, 'modules')
    const { code } = await run(process.execPath, ['--import', recorder, bin, ...words], { cwd: folder, env: { RECORD_MODULES: record } })
    const urls = (await readFile(record, 'utf8')).split('\n').filter((url) => url !== '')
    const packages = new Set(urls.flatMap((url) => /.*\/node_modules\/(?<name>(?:@[^/]+\/)?[^/]+)\//.exec(url)?.groups?.['name'] ?? []))
    return { packages: [...packages].toSorted(), code }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Each costs 30 to 260 ms of CPU: they are imported when a command needs them. */
const heavy = ['ajv', 'diff', 'ink', 'p-queue', 'react', 'ssh-config', 'ssh2', 'yaml']

test.before(needBuild)

test('the recorder sees packages: without it the next test could not fail', async (t) => {
  t.true((await packagesOf(['--help'])).packages.includes('yargs'))
})

for (const words of [['--help'], ['--version'], ['plan', '--help'], ['apply', '--help']]) {
  test(`fleetnet ${words.join(' ')} loads nothing heavy`, async (t) => {
    const { packages, code } = await packagesOf(words)
    t.is(code, 0)
    t.deepEqual(packages.filter((name) => heavy.includes(name)), [])
  })
}
