import { createHash, randomBytes } from 'node:crypto'
import type { ExecutionContext } from 'ava'
import type { Connection, ExecRequest, ExecResult, Transport } from '../../src/model/connection.ts'
import type { SshTarget } from '../../src/model/host.ts'
import { startLink } from './loopback.ts'
import type { Register } from './needs.ts'

/** A host that a transport can reach. */
export interface Peer {
  readonly transport: Transport
  readonly target: SshTarget
}

const run = (connection: Connection, command: string, request: Partial<ExecRequest> = {}): Promise<ExecResult> =>
  connection.exec({ command, timeout: 20_000, ...request }).result

const digest = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex')

/** What every transport must do, whatever it runs over. Registers its tests with `test`. */
export const transportContract = (test: Register, peer: () => Peer): void => {
  const onHost = (title: string, body: (t: ExecutionContext, connection: Connection) => Promise<void>): void =>
    test(title, async (t) => {
      const { transport, target } = peer()
      const connection = await transport.connect('peer', target)
      try {
        await body(t, connection)
      } finally {
        connection.close()
        await connection.closed
      }
    })

  onHost('output, errors and status come apart', async (t, connection) => {
    const result = await run(connection, "printf 'a\\nb'; echo wrong >&2; exit 7")
    t.deepEqual({ ...result, stdout: result.stdout.toString() }, { ended: 'exited', code: 7, stdout: 'a\nb', stderr: 'wrong\n' })
  })

  onHost('a command with every kind of quote, newlines and words of other shells', async (t, connection) => {
    const { stdout } = await run(connection, `x="it's !"; printf '%s\\n' "$x" '\\' '"' '\$HOME' "é" \`echo y\`\nif true; then echo two; fi # end`)
    t.is(stdout.toString(), 'it\'s !\n\\\n"\n$HOME\né\ny\ntwo\n')
  })

  onHost('a signal is no status', async (t, connection) => {
    const result = await run(connection, 'echo before; kill -KILL $$')
    t.is(result.ended, 'exited')
    t.is(result.code, undefined)
    t.is(result.stdout.toString(), 'before\n')
  })

  onHost('five megabytes of output', async (t, connection) => {
    const { stdout, code } = await run(connection, "head -c 5000000 /dev/zero | tr '\\0' x")
    t.is(code, 0)
    t.is(digest(stdout), digest(Buffer.alloc(5_000_000, 'x')))
  })

  onHost('a megabyte of any bytes in and out', async (t, connection) => {
    const input = randomBytes(1_000_000)
    const { stdout, code } = await run(connection, 'cat', { input })
    t.is(code, 0)
    t.is(digest(stdout), digest(input))
  })

  onHost('input that the command does not read', async (t, connection) => {
    const { ended, code } = await run(connection, 'exit 3', { input: Buffer.alloc(3_000_000) })
    t.is(ended, 'exited')
    t.is(code, 3)
  })

  onHost('a conversation', async (t, connection) => {
    const heard: string[] = []
    let answered = (): void => undefined
    const execution = connection.exec({
      command: 'while read -r line; do echo "got $line"; done; echo end',
      input: 'first\n',
      keepInputOpen: true,
      timeout: 20_000,
      onLine: (line) => {
        heard.push(line)
        answered()
      },
    })
    await new Promise<void>((resolve) => (answered = resolve))
    t.deepEqual(heard, ['got first'])
    t.is(execution.output().toString(), 'got first\n')
    const next = new Promise<void>((resolve) => (answered = resolve))
    execution.write('second\n')
    await next
    execution.endInput()
    const { code, stdout } = await execution.result
    t.is(code, 0)
    t.is(stdout.toString(), 'got first\ngot second\nend\n')
    t.deepEqual(heard, ['got first', 'got second', 'end'])
    execution.write('too late\n')
  })

  onHost('lines: whole ones only, long ones cut', async (t, connection) => {
    const lines: string[] = []
    await run(connection, "echo é; echo; head -c 200000 /dev/zero | tr '\\0' x; echo; echo last; printf part", { onLine: (line) => lines.push(line) })
    t.deepEqual(lines, ['é', '', 'x'.repeat(64 * 1024), 'last'])
  })

  onHost('a listener that throws does not end the connection', async (t, connection) => {
    const warned = new Promise<Error>((resolve) => process.once('warning', resolve))
    const { code, stdout } = await run(connection, 'echo one; echo two', {
      onLine: () => {
        throw new Error('bug in a listener')
      },
    })
    t.is(code, 0)
    t.is(stdout.toString(), 'one\ntwo\n')
    t.is((await warned).message, 'bug in a listener')
    t.is((await run(connection, 'true')).code, 0)
  })

  onHost('a command that takes too long, and the connection goes on', async (t, connection) => {
    const result = await run(connection, 'echo begun; sleep 60', { timeout: 1_000 })
    t.is(result.ended, 'timed-out')
    t.is(result.code, undefined)
    t.is(result.stdout.toString(), 'begun\n')
    t.is((await run(connection, 'true')).code, 0)
  })

  onHost('endless output is cut where it was told', async (t, connection) => {
    const result = await run(connection, 'yes', { maxOutput: 100_001 })
    t.is(result.ended, 'too-much-output')
    t.is(result.stdout.length, 100_001)
    t.is((await run(connection, 'true')).code, 0)
  })

  onHost('the last 64 KiB of errors are kept', async (t, connection) => {
    const { stderr } = await run(connection, "{ head -c 200000 /dev/zero | tr '\\0' e; echo last; } >&2")
    t.is(stderr.length, 64 * 1024)
    t.true(stderr.endsWith('elast\n'))
  })

  onHost('abort', async (t, connection) => {
    const execution = connection.exec({ command: 'sleep 60', timeout: 60_000 })
    execution.abort()
    t.is((await execution.result).ended, 'aborted')
    const begun = connection.exec({ command: 'echo begun; sleep 60', timeout: 60_000, onLine: () => begun.abort() })
    const result = await begun.result
    t.is(result.ended, 'aborted')
    t.is(result.stdout.toString(), 'begun\n')
    t.is((await run(connection, 'true')).code, 0)
  })

  onHost('several commands at the same time', async (t, connection) => {
    const results = await Promise.all([1, 2, 3, 4].map((number) => run(connection, `cat; exit ${number}`, { input: `${number}` })))
    t.deepEqual(
      results.map(({ code, stdout }) => [code, stdout.toString()]),
      [1, 2, 3, 4].map((number) => [number, `${number}`]),
    )
  })

  onHost('the command knows its SSH connection', async (t, connection) => {
    const { stdout } = await run(connection, 'echo "$SSH_CONNECTION"')
    t.regex(stdout.toString(), /^127\.0\.0\.1 \d+ 127\.0\.0\.1 \d+\n$/)
  })

  onHost('closing ends what runs', async (t, connection) => {
    const execution = connection.exec({ command: 'sleep 60', timeout: 60_000 })
    connection.close()
    t.is((await execution.result).ended, 'cut-off')
    await connection.closed
    t.is((await run(connection, 'true')).ended, 'cut-off')
  })

  test('a link that is cut', async (t) => {
    const { transport, target } = peer()
    const link = await startLink(target.port)
    const connection = await transport.connect('peer', { ...target, port: link.port, hostKeyAlias: 'peer' })
    const result = await run(connection, 'echo begun; sleep 60', { onLine: () => link.cut() })
    t.is(result.ended, 'cut-off')
    t.is(result.code, undefined)
    t.is(result.stdout.toString(), 'begun\n')
    await connection.closed
    t.is((await run(connection, 'true')).ended, 'cut-off')
    await link.stop()
  })

  test('a link that goes silent ends after three keepalives', async (t) => {
    const { transport, target } = peer()
    const link = await startLink(target.port)
    const connection = await transport.connect('peer', { ...target, port: link.port, hostKeyAlias: 'peer', keepalive: 0.1 })
    t.is((await run(connection, 'sleep 1; echo alive')).stdout.toString(), 'alive\n')
    const result = await run(connection, 'echo begun; sleep 60', { onLine: () => link.freeze() })
    t.is(result.ended, 'cut-off')
    await connection.closed
    await link.stop()
  })

  test('fifty connections at the same time', async (t) => {
    const { transport, target } = peer()
    const codes = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => {
        const connection = await transport.connect(`peer${index}`, { ...target, connectTimeout: 60 })
        const { code } = await run(connection, `exit ${index}`)
        connection.close()
        await connection.closed
        return code
      }),
    )
    t.deepEqual(
      codes,
      Array.from({ length: 50 }, (_, index) => index),
    )
  })
}
