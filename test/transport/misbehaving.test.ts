import test from 'ava'
import type { ServerChannel } from 'ssh2'
import type { Connection, ExecRequest, ExecResult } from '../../src/model/connection.ts'
import { newOperator, targetOf } from './operator.ts'
import { newKey, startSshServer, type SshServer } from './ssh-server.ts'

/** One exec on a host that treats its channels so. */
const against = async (
  onExec: (channel: ServerChannel, mark: string, server: SshServer) => void,
  request: Partial<ExecRequest> = {},
  and: (connection: Connection) => Promise<void> = async () => undefined,
): Promise<ExecResult> => {
  const key = newKey()
  const server: SshServer = await startSshServer({
    hostKeys: [newKey()],
    authorizedKeys: [key.public],
    onExec: (command, channel) => {
      channel.on('error', () => undefined)
      onExec(channel, `${/echo ([0-9a-f]+)/.exec(command)?.[1] ?? ''}-ready\n`, server)
    },
  })
  const operator = await newOperator()
  await operator.write('id_ed25519', key.private)
  const connection = await operator.transport({ hostKeys: 'accept-new' }).connect('virtual4', targetOf(server.port))
  const result = await connection.exec({ command: 'true', timeout: 20_000, ...request }).result
  await and(connection)
  connection.close()
  await connection.closed
  await server.stop()
  await operator.remove()
  return result
}

const summary = ({ ended, code, stdout }: ExecResult): object => ({ ended, code, stdout: stdout.toString() })

test('a host that never answers', async (t) => {
  t.deepEqual(summary(await against(() => undefined, { timeout: 300 })), { ended: 'timed-out', code: undefined, stdout: '' })
})

test('a host that stops in the middle of a line', async (t) => {
  const lines: string[] = []
  const result = await against((channel, mark) => channel.write(`${mark}one\ntwo`), { timeout: 2_000, onLine: (line) => lines.push(line) })
  t.deepEqual(summary(result), { ended: 'timed-out', code: undefined, stdout: 'one\ntwo' })
  t.deepEqual(lines, ['one'])
})

test('a channel that closes without a status', async (t) => {
  const result = await against((channel, mark) => {
    channel.write(`${mark}one\n`)
    channel.close()
  })
  t.deepEqual(summary(result), { ended: 'cut-off', code: undefined, stdout: 'one\n' })
})

test('a status, and then the channel stays open', async (t) => {
  const result = await against(
    (channel, mark) => {
      channel.write(mark)
      channel.exit(0)
    },
    { timeout: 300 },
  )
  t.deepEqual(summary(result), { ended: 'timed-out', code: undefined, stdout: '' })
})

test('a connection that ends before, in and after the mark', async (t) => {
  for (const length of [0, 10, 39, 100]) {
    const result = await against((channel, mark, server) => channel.write(`${mark}output\n`.slice(0, length), () => server.cut()))
    t.is(result.ended, 'cut-off')
    t.is(result.code, undefined)
  }
})

test('endless output, endless errors, and an endless line', async (t) => {
  const flood = (write: (data: string) => boolean, again: (more: () => void) => void, data: string): void => {
    const more = (): void => {
      while (write(data)) continue
      again(more)
    }
    more()
  }
  const output = await against(
    (channel, mark) => {
      channel.write(mark)
      flood(
        (data) => channel.write(data),
        (more) => channel.once('drain', more),
        'y\n'.repeat(1000),
      )
    },
    { maxOutput: 1_000_000 },
    async (connection) => {
      t.is((await connection.exec({ command: 'true', timeout: 20_000, maxOutput: 5 }).result).ended, 'too-much-output', 'the connection goes on')
    },
  )
  t.is(output.ended, 'too-much-output')
  t.is(output.stdout.length, 1_000_000)
  const noise = await against(
    (channel) =>
      flood(
        (data) => channel.write(data),
        (more) => channel.once('drain', more),
        'noise'.repeat(1000),
      ),
    { timeout: 500 },
  )
  t.is(noise.ended, 'timed-out')
  t.is(noise.stdout.length, 64 * 1024)
  const errors = await against(
    (channel) =>
      flood(
        (data) => channel.stderr.write(data),
        (more) => channel.stderr.once('drain', more),
        'error'.repeat(1000),
      ),
    { timeout: 500 },
  )
  t.is(errors.ended, 'timed-out')
  t.is(errors.stderr.length, 64 * 1024)
})

test('a mark of another command is output', async (t) => {
  const result = await against((channel, mark) => {
    channel.write(`${'0'.repeat(32)}-ready\n${mark}${mark}`)
    channel.exit(0)
    channel.end()
  })
  t.is(result.ended, 'exited')
  t.regex(result.stdout.toString(), /^[0-9a-f]{32}-ready\n$/)
})
