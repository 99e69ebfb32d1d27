import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'ava'
import fc from 'fast-check'
import { quote } from '../../src/model/quote.ts'
import { loginShellLine } from '../../src/transport/loginShell.ts'
import { find, testWith } from './needs.ts'
import { knownLine, newOperator, targetOf } from './operator.ts'
import { newKey, startSshServer } from './ssh-server.ts'

const shells = [
  { program: 'dash', words: ['-c'], need: 'the package dash' },
  { program: 'bash', words: ['-c'], need: 'the package bash' },
  { program: 'tcsh', words: ['-c'], need: 'the package tcsh' },
  { program: 'csh', words: ['-c'], need: 'the package csh or tcsh' },
  { program: 'fish', words: ['-c'], need: 'the package fish' },
  { program: 'busybox', words: ['sh', '-c'], need: 'the package busybox' },
]

const outputOf = (program: string, words: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'], HOME: '/nonexistent', LC_ALL: 'C' } })
    const parts: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => parts.push(part))
    child.stderr.on('data', (part: Buffer) => parts.push(part))
    child.on('error', reject)
    child.on('close', () => resolve(Buffer.concat(parts).toString()))
  })

const awkward = [
  "it's",
  'a!b !! !$',
  String.raw`back\slash \' \\ \n`,
  'two\nlines\n\n#',
  '$HOME `id` "x"',
  '~ * ? [a] {a,b}',
  'é ü 漢',
  '%s %% %b',
  '-n',
  '\t\r\x01',
  '^x^y',
  '; exit 9',
  '',
]

for (const { program, words, need } of shells) {
  const path = find(program)
  testWith(path !== undefined, need)(`${program} hands a script on unchanged`, async (t) => {
    for (const text of awkward) {
      const script = `printf %s ${quote(text)}.`
      t.is(await outputOf(program, [...words, loginShellLine(script)]), `${text}.`)
    }
    // Many texts in one script: a shell takes a while to start.
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ unit: 'binary', maxLength: 30 }).filter((text) => !text.includes('\0')),
          { minLength: 20, maxLength: 40 },
        ),
        async (texts) => {
          const script = texts.map((text) => `printf '%s;' ${quote(text)}`).join('\n')
          return (await outputOf(program, [...words, loginShellLine(script)])) === texts.map((text) => `${text};`).join('')
        },
      ),
      { numRuns: 5 },
    )
  })
}

test('a plain script stays readable', (t) => {
  t.is(loginShellLine('id -u; echo "$HOME"'), `exec /bin/sh -c 'id -u; echo "$HOME"'`)
})

test('only harmless characters reach the login shell', (t) => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0')),
      (text) => {
        const line = loginShellLine(text)
        const inner = /^exec \/bin\/sh -c '(.*)'$/.exec(line)?.[1]
        return inner !== undefined && !/['!\n]|[^\x20-\x7e]|\\(?!0[0-7]{3})/.test(inner)
      },
    ),
  )
  t.pass()
})

test('a NUL byte is refused', (t) => {
  t.throws(() => loginShellLine('a\0b'), { instanceOf: TypeError })
})

const shellScript = async (content: string): Promise<{ readonly path: string; readonly folder: string }> => {
  const folder = await mkdtemp(join(tmpdir(), 'fleetnet-shell-'))
  const path = join(folder, 'shell')
  await writeFile(path, `#!/bin/sh\n${content}\n`)
  await chmod(path, 0o755)
  return { path, folder }
}

/** Runs `cat` with input behind a login shell. */
const behind = async (
  shell: string,
): Promise<{ readonly ended: string; readonly code: number | undefined; readonly stdout: string; readonly lines: string[] }> => {
  const [hostKey, key] = [newKey(), newKey()]
  const server = await startSshServer({ hostKeys: [hostKey], authorizedKeys: [key.public], shell })
  const operator = await newOperator()
  await operator.write('id_ed25519', key.private)
  await operator.write('known_hosts', knownLine(`[127.0.0.1]:${server.port}`, hostKey))
  const connection = await operator.transport().connect('host', targetOf(server.port))
  const lines: string[] = []
  const { ended, code, stdout } = await connection.exec({
    command: `echo "it's !"; cat`,
    input: 'input\n',
    timeout: 20_000,
    onLine: (line) => lines.push(line),
  }).result
  connection.close()
  await server.stop()
  await operator.remove()
  return { ended, code, stdout: stdout.toString(), lines }
}

for (const { program, need } of shells.filter(({ program }) => program !== 'busybox')) {
  const path = find(program)
  testWith(path !== undefined, need)(`an exec behind ${program}`, async (t) => {
    t.deepEqual(await behind(path ?? ''), { ended: 'exited', code: 0, stdout: "it's !\ninput\n", lines: ["it's !", 'input'] })
  })
}

test('what a noisy login shell prints is left out', async (t) => {
  const { path, folder } = await shellScript('echo "Welcome to our host"; printf "no newline "; exec /bin/sh "$@"')
  t.deepEqual(await behind(path), { ended: 'exited', code: 0, stdout: "it's !\ninput\n", lines: ["it's !", 'input'] })
  await rm(folder, { recursive: true })
})

test('a login shell that shows its commands fools nobody', async (t) => {
  const { path, folder } = await shellScript('echo "$2"; echo "+ $2"; exec /bin/sh "$@"')
  t.deepEqual(await behind(path), { ended: 'exited', code: 0, stdout: "it's !\ninput\n", lines: ["it's !", 'input'] })
  await rm(folder, { recursive: true })
})

test('a login shell that lets nobody in: what it said is the output', async (t) => {
  const { path, folder } = await shellScript('echo "This account is currently not available."; exit 1')
  t.deepEqual(await behind(path), { ended: 'exited', code: 1, stdout: 'This account is currently not available.\n', lines: [] })
  await rm(folder, { recursive: true })
})
