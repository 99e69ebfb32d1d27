import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import anyTest, { type TestFn } from 'ava'
import { bin, needBuild, path, repository, run, type Ended } from './bin.ts'

interface Installed {
  readonly folder: string
  /** Files of the package, as npm lists them. */
  readonly files: readonly string[]
  /** Where `npm i -g --prefix` put the command. */
  readonly prefix: string
}

const test = anyTest as TestFn<Installed>

/** What is in the package, from `npm pack --json`, whose shape changed between npm's major versions. */
const packed = (json: string): { readonly filename: string; readonly files: readonly string[] } => {
  const parsed: unknown = JSON.parse(json)
  const first: unknown = Array.isArray(parsed) ? parsed[0] : typeof parsed === 'object' && parsed !== null ? Object.values(parsed)[0] : undefined
  if (typeof first !== 'object' || first === null || !('filename' in first) || !('files' in first) || !Array.isArray(first.files)) throw new TypeError(`npm pack printed ${json}`)
  const files = first.files.flatMap((file: unknown) => (typeof file === 'object' && file !== null && 'path' in file ? [String(file.path)] : []))
  return { filename: String(first.filename), files }
}

/** npm keeps its own settings, and its cache. */
const npm = async (words: readonly string[], cwd: string): Promise<Ended> => {
  const { HOME = cwd, npm_config_registry: registry } = process.env
  const ended = await run('npm', words, { cwd, home: HOME, env: registry === undefined ? {} : { npm_config_registry: registry } })
  if (ended.code !== 0) throw new Error(`npm ${words.join(' ')} ended with ${String(ended.code)}\n${ended.stderr}`)
  return ended
}

test.before('pack and install', async (t) => {
  t.timeout(180_000)
  await needBuild()
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'fleetnet-pack-')))
  const prefix = join(folder, 'prefix')
  // --ignore-scripts: the build is there, and other tests are using it.
  const { stdout } = await npm(['pack', '--ignore-scripts', '--json', '--pack-destination', folder], repository)
  const { filename, files } = packed(stdout)
  await npm(['install', '--global', '--prefix', prefix, '--prefer-offline', '--no-audit', '--no-fund', join(folder, filename)], folder)
  t.context = { folder, files, prefix }
})

test.after.always('remove', async (t) => {
  if (t.context.folder !== undefined) await rm(t.context.folder, { recursive: true, force: true })
})

/** The installed command, as a shell finds it: through its #! line, under the Node that is first on PATH. */
const installed = async ({ prefix }: Installed, words: readonly string[], cwd: string, env: Record<string, string> = {}): Promise<Ended> =>
  run(join(prefix, 'bin', 'fleetnet'), words, { cwd, env })

/** A folder of a user's own. Neither it nor a folder above it has a node_modules. */
const userFolder = async ({ folder }: Installed, name: string): Promise<string> => {
  const own = join(folder, name)
  await mkdir(own)
  return own
}

/** Sends an inventory's hosts to loopback addresses and a port where nobody listens. */
const pointAtNobody = async (from: string, to: string): Promise<void> => {
  const text = await readFile(from, 'utf8')
  await writeFile(to, text.replace(/ssh: \{ host: \d+\.\d+\.\d+\.(\d+) \}/g, 'ssh: { host: 127.0.9.$1, port: 1 }'))
}

test('the package holds what runs, and neither sources nor tests', (t) => {
  const { files } = t.context
  for (const file of ['dist/cli/fleetnet.cjs', 'dist/cli/main.js', 'dist/index.js', 'dist/index.d.ts', 'playbooks/oracle-vm-trunk.ts', 'README.md', 'LICENSE', 'CHANGELOG.md'])
    t.true(files.includes(file), file)
  for (const ending of [/^dist\/facts\/.*\.sh$/, /^dist\/transaction\/.*\.sh$/, /^dist\/sim\/standins\/.*\.sh$/, /^dist\/schema\/.*\.json$/]) t.true(files.some((file) => ending.test(file)), String(ending))
  t.deepEqual(files.filter((file) => /^(?:src|test|bench|node_modules|\.fleetnet)\//.test(file) || (/\.tsx?$/.test(file) && !/\.d\.ts$/.test(file) && !file.startsWith('playbooks/'))), [])
})

test('--version says the version of package.json', async (t) => {
  const { version } = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8')) as { version: string }
  const { code, stdout } = await installed(t.context, ['--version'], t.context.folder)
  t.is(code, 0)
  t.is(stdout.trim(), version)
})

test('--help names every command', async (t) => {
  const { code, stdout, stderr } = await installed(t.context, ['--help'], t.context.folder)
  t.is(code, 0)
  t.is(stderr, '')
  for (const command of ['plan', 'apply', 'verify', 'rollback', 'status', 'facts', 'demo', 'init', 'schema', 'completion']) t.regex(stdout, new RegExp(`^ +fleetnet ${command}\\b`, 'm'))
})

test('init in an empty folder writes files that plan can read', async (t) => {
  const cwd = await userFolder(t.context, 'init')
  const first = await installed(t.context, ['init'], cwd)
  t.is(first.code, 0, first.stderr)
  t.regex(await readFile(join(cwd, 'inventory', 'prod.yaml'), 'utf8'), /groups:/)
  await pointAtNobody(join(cwd, 'inventory', 'prod.yaml'), join(cwd, 'inventory', 'prod.yaml'))
  const { code, stdout, stderr } = await installed(t.context, ['plan', '-i', 'prod'], cwd)
  t.is(code, 3, stderr)
  t.regex(stdout + stderr, /web1[\s\S]*refused/)
})

/** A fleet of one host that is not there, and a playbook that has to be loaded to find that out. */
const writeUserFleet = async (cwd: string): Promise<void> => {
  await cp(join(repository, 'test', 'fixtures', 'cli', 'plan-host-down', 'files'), cwd, { recursive: true })
  // A type that only types know, so that the file is no JavaScript.
  const playbook = join(cwd, 'playbooks', 'bonds.ts')
  await writeFile(playbook, `import type { Host } from 'fleetnet'\nexport type Name = Host['name']\n${await readFile(playbook, 'utf8')}`)
}

for (const [title, manifest] of [
  ['without a package.json', undefined],
  ['in a package of type commonjs', '{ "type": "commonjs" }\n'],
  ['in a package of type module', '{ "type": "module" }\n'],
] as const) {
  test(`a user's playbook imports from fleetnet, which is not installed beside it: ${title}`, async (t) => {
    const cwd = await userFolder(t.context, title.replaceAll(' ', '-'))
    await writeUserFleet(cwd)
    if (manifest !== undefined) await writeFile(join(cwd, 'package.json'), manifest)
    const { code, stdout, stderr } = await installed(t.context, ['plan', '-i', 'prod'], cwd)
    t.is(code, 3, stderr)
    t.regex(stdout + stderr, /virtual4/)
    t.regex(stdout + stderr, /refused/)
    t.notRegex(stdout + stderr, /\n\s+at |Warning/)
  })
}

test('the playbook that comes with the package is found and loaded', async (t) => {
  const cwd = await userFolder(t.context, 'shipped')
  await pointAtNobody(join(t.context.prefix, 'lib', 'node_modules', 'fleetnet', 'inventory', 'demo.yaml'), join(cwd, 'fleet.yaml'))
  const { code, stdout, stderr } = await installed(t.context, ['plan', '-i', 'fleet.yaml'], cwd)
  t.is(code, 3, stderr)
  t.regex(stdout + stderr, /virtual4[\s\S]*refused/)
})

/** A Node on this machine that is too old, if there is one. */
const oldNode = async (): Promise<{ readonly program: string; readonly version: string } | undefined> => {
  for (const folder of path.split(':')) {
    const program = join(folder, 'node')
    const asked = await run(program, ['--version'], { cwd: tmpdir() }).catch(() => undefined)
    const [, major = '', minor = ''] = /^v(\d+)\.(\d+)\./.exec(asked?.stdout ?? '') ?? []
    if (major !== '' && (Number(major) < 22 || (Number(major) === 22 && Number(minor) < 18))) return { program, version: `v${major}.${minor}` }
  }
  return undefined
}

/** Runs the command's first file as an old Node does, whose version it is told. */
const underVersion = async (version: string, cwd: string): Promise<Ended> => {
  const pretend = join(cwd, 'pretend.cjs')
  await writeFile(pretend, `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })\nObject.defineProperty(process, 'version', { value: 'v${version}' })\n`)
  return run(process.execPath, ['--require', pretend, bin, '--help'], { cwd })
}

test('an old Node is told what is needed, in a sentence', async (t) => {
  const cwd = await userFolder(t.context, 'old')
  for (const version of ['16.20.2', '20.20.2', '22.17.1']) {
    const { code, stdout, stderr } = await underVersion(version, cwd)
    t.is(code, 1)
    t.is(stdout, '')
    t.regex(stderr, new RegExp(`^fleetnet needs Node 22\\.18 or newer; this is v${version.replaceAll('.', '\\.')} .*\\n`))
    t.notRegex(stderr, /\n\s+at /)
  }
  for (const version of ['22.18.0', '23.0.0']) t.is((await underVersion(version, cwd)).code, 0, version)
  // Where the machine has an old Node beside ours, the real thing as well.
  const old = await oldNode()
  if (old === undefined) return t.log('this machine has no old Node: only its version was pretended')
  const { code, stderr } = await run(old.program, [bin, '--help'], { cwd })
  t.is(code, 1)
  t.true(stderr.startsWith(`fleetnet needs Node 22.18 or newer; this is ${old.version}`), stderr)
  t.notRegex(stderr, /\n\s+at /)
})
