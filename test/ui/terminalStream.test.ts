import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import test, { type ExecutionContext } from 'ava'
import { lineLimit, openTerminalStream } from '../../src/ui/terminalStream.ts'
import { FakeStdout } from './fakeTerminal.ts'

const child = fileURLToPath(new URL('./children/busy.ts', import.meta.url))

interface Result {
  readonly worst: number
  readonly ticks: number
  readonly events: number
  readonly memory: number
  readonly gone: boolean
  readonly failure: string | null
}

const folder = mkdtempSync(join(tmpdir(), 'fleetnet-terminal-'))
test.after.always(() => rmSync(folder, { recursive: true, force: true }))

const started = new Set<ChildProcess>()
test.afterEach.always(() => {
  for (const process_ of started) process_.kill('SIGKILL')
  started.clear()
})

const resultOf = async (file: string, milliseconds: number): Promise<Result | undefined> => {
  for (const until = Date.now() + milliseconds; Date.now() < until; ) {
    if (existsSync(file) && readFileSync(file, 'utf8').endsWith('}')) return JSON.parse(readFileSync(file, 'utf8'))
    await sleep(50)
  }
  return undefined
}

const words = (mode: string, file: string): string[] => [process.execPath, child, mode, file]
const quoted = (parts: readonly string[]): string => parts.map((part) => `'${part}'`).join(' ')

/** A pty whose output nobody takes: `script` (util-linux) stops reading it once our own end of its pipe is full. */
const onUnreadTerminal = (mode: string, file: string): ChildProcess => {
  const terminal = spawn('script', ['-qfec', quoted(words(mode, file)), '/dev/null'], { stdio: ['pipe', 'pipe', 'ignore'], detached: false })
  started.add(terminal)
  return terminal
}

const withScript = (name: string, run: (t: ExecutionContext) => Promise<void>): void => {
  const found = spawnSync('script', ['--version']).status === 0
  if (found || process.env['CI']) test.serial(name, run)
  else test.skip(`${name} (needs \`script\`: install the Debian package bsdutils)`, run)
}

for (const mode of ['view', 'lines'])
  withScript(`${mode} on a terminal that nobody reads: the run never waits`, async (t) => {
    const file = join(folder, `unread-${mode}`)
    onUnreadTerminal(mode, file)
    const result = await resultOf(file, 20_000)
    t.truthy(result, 'the run went on to its end')
    t.true((result?.worst ?? Number.POSITIVE_INFINITY) < 700, `the event loop stood still for ${Math.round(result?.worst ?? 0)} ms`)
    t.true((result?.events ?? 0) > 500)
    t.is(result?.failure, null)
  })

withScript('written the usual way, the same terminal stops the event loop: the test can tell', async (t) => {
  const file = join(folder, 'unread-plain')
  onUnreadTerminal('plain', file)
  t.is(await resultOf(file, 6_000), undefined)
})

withScript('an error that nobody catches leaves the alternate screen and shows the cursor before it is told', async (t) => {
  const crash = fileURLToPath(new URL('./children/crash.ts', import.meta.url))
  const terminal = spawn('script', ['-qfec', quoted([process.execPath, crash]), '/dev/null'], { stdio: ['pipe', 'pipe', 'ignore'] })
  started.add(terminal)
  let text = ''
  for await (const chunk of terminal.stdout) text += String(chunk)
  const entered = text.lastIndexOf('\u001b[?1049h')
  const left = text.indexOf('\u001b[?1049l', entered)
  t.true(entered !== -1 && left > entered, 'it was entered and left')
  t.true(text.indexOf('\u001b[?25h', entered) > entered, 'the cursor is shown')
  t.true(text.indexOf('Error: boom') > left, 'the error is told on the main screen')
})

withScript('a terminal that is closed in the middle: the view is gone, the run goes on', async (t) => {
  const file = join(folder, 'closed')
  const terminal = spawn('script', ['-qfec', `${quoted([...words('view', file), '3'])} 2>>'${file}.err'`, '/dev/null'], { stdio: ['pipe', 'ignore', 'ignore'] })
  started.add(terminal)
  await sleep(2_500)
  terminal.kill('SIGKILL')
  const result = await resultOf(file, 20_000)
  t.truthy(result, 'the run went on to its end')
  t.regex(result?.failure ?? '', /the terminal is gone/)
  t.is(readFileSync(`${file}.err`, 'utf8').replaceAll('\u001b[?25h', ''), '')
})

for (const mode of ['lines'])
  test.serial(`${mode} into a pipe that nobody reads: the run never waits`, async (t) => {
    const file = join(folder, `pipe-${mode}`)
    // A shell's pipe, not a socket pair: \`sleep\` holds its other end and reads nothing.
    const shell = spawn('sh', ['-c', `${quoted(words(mode, file))} | sleep 30`], { stdio: 'ignore', detached: true })
    started.add(shell)
    const result = await resultOf(file, 20_000)
    if (shell.pid !== undefined) process.kill(-shell.pid, 'SIGKILL')
    t.truthy(result)
    t.true((result?.worst ?? Number.POSITIVE_INFINITY) < 700, `the event loop stood still for ${Math.round(result?.worst ?? 0)} ms`)
  })

test.serial('lines into `| head -1`: the view is gone, the run goes on', async (t) => {
  const file = join(folder, 'head')
  const shell = spawn('sh', ['-c', `${quoted(words('lines', file))} | head -1`], { stdio: ['ignore', 'pipe', 'inherit'] })
  started.add(shell)
  let text = ''
  shell.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const result = await resultOf(file, 20_000)
  t.true(result?.gone)
  t.regex(text, /^02:12:58 run +r apply i p: 200 hosts in 1 batch\n$/)
})

test.serial('lines into a file are all there, after what was in it', async (t) => {
  const file = join(folder, 'log')
  writeFileSync(file, 'before\n')
  const script = `import { openTerminalStream } from '${fileURLToPath(new URL('../../src/ui/terminalStream.ts', import.meta.url))}'
    const stream = openTerminalStream(process.stdout)
    for (let index = 0; index < 5000; index += 1) { stream.write('line ' + index + '\\n'); if (index % 500 === 0) await stream.drained() }
    await stream.drained()`
  const result = spawnSync('sh', ['-c', `"$0" --input-type=module -e "$1" >>"$2"`, process.execPath, script, file], { encoding: 'utf8' })
  t.is(result.status, 0, result.stderr)
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  t.is(lines.length, 5001)
  t.is(lines[0], 'before')
  t.is(lines[5000], 'line 4999')
})

test.serial('a slow reader of a pipe gets every line, and the shell gets its own descriptor back as it was', async (t) => {
  const fifo = join(folder, 'fifo')
  t.is(spawnSync('mkfifo', [fifo]).status, 0)
  const script = `import { openTerminalStream } from '${fileURLToPath(new URL('../../src/ui/terminalStream.ts', import.meta.url))}'
    const stream = openTerminalStream({ fd: 1, write: () => { throw new Error('unused') } })
    for (let index = 0; index < 20000; index += 1) { stream.write('line ' + index + '\\n'); if (index % 1000 === 999) await stream.drained() }
    await stream.drained()
    process.exit(0)`
  const writer = spawn('sh', ['-c', `exec >"$2"; "$0" --input-type=module -e "$1"; echo after`, process.execPath, script, fifo], { stdio: 'ignore' })
  started.add(writer)
  const reader = spawn('sh', ['-c', `sleep 0.5; cat "$0"`, fifo], { stdio: ['ignore', 'pipe', 'inherit'] })
  started.add(reader)
  let text = ''
  for await (const chunk of reader.stdout) {
    text += String(chunk)
    if (text.length % 3 === 0) await sleep(1)
  }
  const lines = text.trimEnd().split('\n')
  t.is(lines.length, 20_001)
  t.is(lines[19_999], 'line 19999')
  t.is(lines[20_000], 'after')
})

test('too much for a reader that does not read: a line says how much was left out', async (t) => {
  const stdout = new FakeStdout()
  stdout.stalled = true
  const stream = openTerminalStream(stdout)
  const line = `${'x'.repeat(1023)}\n`
  let refused = 0
  for (let index = 0; index < 1_000; index += 1) {
    if (stream.idle()) await sleep(1)
    const room = stream.writable.writableLength <= lineLimit
    stream.write(line)
    if (!room) refused += 1
  }
  t.true(refused > 500)
  t.true(stream.writable.writableLength < lineLimit * 2)
  t.false(stream.idle())
  const drained = stream.drained()
  while (!stream.idle()) {
    stdout.resume()
    await sleep(5)
  }
  await drained
  t.regex(stdout.text(), new RegExp(`fleetnet: ${refused} lines were left out, since nobody read them in time; events\\.jsonl has them\n$`))
})

test('what is said in one turn of the event loop goes out in one write', async (t) => {
  const stdout = new FakeStdout()
  const stream = openTerminalStream(stdout)
  for (const text of ['\u001b[?2026h', 'frame', '\u001b[?2026l']) stream.writable.write(text)
  await stream.drained()
  t.deepEqual(stdout.writes.filter((text) => text !== ''), ['\u001b[?2026hframe\u001b[?2026l'])
})

test('a stream whose reader is gone takes everything and keeps nothing', async (t) => {
  const stdout = new FakeStdout()
  stdout.write = (_chunk, done) => {
    queueMicrotask(() => done?.(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })))
    return true
  }
  const stream = openTerminalStream(stdout)
  stream.write('a\n')
  t.is(await stream.gone, 'EPIPE')
  for (let index = 0; index < 10_000; index += 1) stream.write('b\n')
  await stream.drained()
  t.true(stream.idle())
  t.true(stream.isGone())
})

