import type { ServerChannel, Session } from 'ssh2'
import { startProcess } from './processes.ts'

/** What a session's commands see. */
export interface SessionSettings {
  readonly root: string
  /** Simulated addresses and ports. Example: 10.1.1.1 50000 10.1.1.104 22 */
  readonly connection: string
  readonly diskFull: boolean
}

/** Serves `exec` and `shell` as sshd does: the login shell runs the command, and goes on when the connection is gone. */
export const serveSession = (session: Session, settings: SessionSettings): void => {
  session.on('env', (accept) => accept?.())
  session.on('exec', (accept, _reject, info) => run(accept(), ['sh', '-c', info.command], settings))
  session.on('shell', (accept) => run(accept(), ['sh'], settings))
  session.on('pty', (_accept, reject) => reject?.())
}

const run = (channel: ServerChannel, words: readonly [string, ...string[]], { root, connection, diskFull }: SessionSettings): void => {
  channel.on('error', () => undefined)
  // A full disk: names can be made and renamed, not a byte can be written. Writing then fails with an error, not a signal.
  const limited: readonly [string, ...string[]] = diskFull ? ['sh', '-c', 'trap "" XFSZ; ulimit -S -f 0; exec "$@"', 'sh', ...words] : words
  const child = startProcess(root, limited, { SSH_CONNECTION: connection, SSH_CLIENT: connection.split(' ').slice(0, 2).join(' ') })
  child.on('error', () => channel.close())
  child.stdin.on('error', () => undefined)
  channel.pipe(child.stdin)
  child.stdout.on('error', () => undefined)
  child.stderr.on('error', () => undefined)
  child.stdout.pipe(channel, { end: false })
  child.stderr.pipe(channel.stderr, { end: false })
  // Like sshd, once the command has ended and nothing holds its output any more.
  child.on('close', (code, signal) => {
    if (signal === null) channel.exit(code ?? 255)
    else channel.exit(signal.replace(/^SIG/, ''))
    channel.end()
  })
  channel.on('close', () => {
    child.stdin.destroy()
    child.stdout.destroy()
    child.stderr.destroy()
  })
}
