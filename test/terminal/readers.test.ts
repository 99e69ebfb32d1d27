import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { Ajv } from 'ajv'
import test from 'ava'
import { bin, fleetnet, needBuild, path } from '../cli/bin.ts'
import { find, testWith } from '../transport/needs.ts'
import { openFolder } from './fleet.ts'

const python = testWith(find('python3') !== undefined, 'Debian package python3')
const whole = { virtual4: 'vlan100', virtual9: 'eth0' }
const healthy = { hosts: ['virtual4', 'virtual5'] }
const committed = { virtual4: 'vlan100', virtual5: 'vlan100' }

const start = (program: string, words: readonly string[], folder: string, env: Readonly<Record<string, string>> = {}): ChildProcess =>
  spawn(program, words, { cwd: folder, env: { PATH: path, HOME: folder, LANG: 'C.UTF-8', TERM: 'xterm', NODE: process.execPath, BIN: bin, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })

const codeOf = (child: ChildProcess): Promise<number | null> => new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))

/** A terminal of 80 by 24 whose other side reads nothing until the program in it has ended; prints its exit code. */
const unread = `
import fcntl, os, pty, struct, sys, termios
parent, child = pty.openpty()
fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack('HHHH', 24, 80, 0, 0))
pid = os.fork()
if pid == 0:
    os.setsid()
    fcntl.ioctl(child, termios.TIOCSCTTY, 0)
    for number in 0, 1, 2: os.dup2(child, number)
    os.close(parent)
    os.execv(sys.argv[2], sys.argv[2:])
if sys.argv[1] == 'closed':
    os.close(child)
    os.read(parent, 1)
    os.close(parent)
_, status = os.waitpid(pid, 0)
print(os.waitstatus_to_exitcode(status))
`

// A verbose run writes some 30 KB; what a terminal takes without being read is 4 KB.
for (const format of [[], ['--format', 'text', '-vv']])
  python(`a terminal that nobody reads (${format.length === 0 ? 'live view' : 'lines'}): every host ends, the exit code is right`, async (t) => {
    const { folder, settled } = await openFolder(t, { confirm: 6 })
    const child = start('python3', ['-c', unread, 'unread', process.execPath, bin, 'apply', '-i', 'prod', '--yes', ...format], folder)
    const [output, errors] = await Promise.all([text(child.stdout as NodeJS.ReadableStream), text(child.stderr as NodeJS.ReadableStream)])
    t.is(errors, '')
    t.is(output, '3\n')
    t.deepEqual(await settled(), whole)
  })

python('a terminal that is closed in the middle counts as one Ctrl-C: the armed hosts finish', async (t) => {
  const { folder, settled } = await openFolder(t, healthy)
  const child = start('python3', ['-c', unread, 'closed', process.execPath, bin, 'apply', '-i', 'prod', '--yes'], folder)
  const output = await text(child.stdout as NodeJS.ReadableStream)
  t.regex(output, /^(130|0)\n$/)
  const after = await settled()
  t.true(Object.values(after).every((device) => device === 'vlan100' || device === 'eth0'))
})

for (const [what, command] of [
  ['| head -1', '{ "$NODE" "$BIN" apply -i prod --yes; echo $? >code; } | head -1'],
  ['a closed standard output', '"$NODE" "$BIN" apply -i prod --yes >&-; echo $? >code'],
  ['/dev/full', '"$NODE" "$BIN" apply -i prod --yes >/dev/full; echo $? >code'],
  ['a reader that sleeps', '{ "$NODE" "$BIN" apply -i prod --yes -vv; echo $? >code; } | { sleep 6; cat >/dev/null; }'],
] as const)
  test(`${what}: the run ends and its hosts are committed`, async (t) => {
    const { folder, settled } = await openFolder(t, healthy)
    const child = start('sh', ['-c', command], folder)
    const [errors] = await Promise.all([text(child.stderr as NodeJS.ReadableStream), codeOf(child)])
    t.is(errors, '')
    t.is(await readFile(join(folder, 'code'), 'utf8'), '0\n')
    t.deepEqual(await settled(), committed)
  })

const schema = async (name: string): Promise<Record<string, unknown>> => JSON.parse(await readFile(new URL(`../../src/schema/${name}.schema.json`, import.meta.url), 'utf8'))

/** The schemas refer to each other by file name. */
const validator = async (name: 'plan' | 'event') => {
  const ajv = new Ajv({ allErrors: true, strict: false })
  for (const other of ['network', 'inventory']) ajv.addSchema(await schema(other), `${other}.schema.json`)
  return ajv.compile(await schema(name))
}

test('--format json: standard output is what the schemas say, and nothing else', async (t) => {
  const { folder, settled } = await openFolder(t, { confirm: 5 })
  const isPlan = await validator('plan')
  const isEvent = await validator('event')
  const plan = await fleetnet(['plan', '-i', 'prod', '--format', 'json'], { cwd: folder })
  t.is(plan.code, 0)
  t.true(isPlan(JSON.parse(plan.stdout)), JSON.stringify(isPlan.errors))
  const applied = await fleetnet(['apply', '-i', 'prod', '--yes', '--format', 'json', '-v'], { cwd: folder })
  t.is(applied.code, 3)
  const lines = applied.stdout.split('\n')
  t.is(lines.pop(), '')
  for (const line of lines) t.true(isEvent(JSON.parse(line)), `${JSON.stringify(isEvent.errors)} ${line}`)
  t.is(JSON.parse(lines.at(-1) ?? '').type, 'run-finished')
  t.true(lines.length > 20)
  t.is(plan.stderr + applied.stderr, '')
  t.deepEqual(await settled(), whole)
  const after = await fleetnet(['plan', '-i', 'prod', '--format', 'json', '--detailed-exitcode'], { cwd: folder })
  t.is(after.code, 2)
  t.true(isPlan(JSON.parse(after.stdout)), JSON.stringify(isPlan.errors))
})

await needBuild()
