// A host whose SSH server runs the real scripts in a tree, and tampers with what they print.
import { spawn } from 'node:child_process'
import type { ServerChannel } from 'ssh2'
import { environmentOf } from '../../src/sim/processes.ts'
import { type KeyPair, type SshServer, startSshServer } from '../transport/ssh-server.ts'

/** What a host does on its first exec, the probe, or on its second, the transaction. Everything else it does honestly. */
export interface Misdeed {
  readonly exec: 1 | 2
  /** `input` is what came on standard input so far; call it late. */
  readonly act: (channel: ServerChannel, input: () => string) => void
}

/** Writes without an end, as fast as it is read. */
export const endless = (piece: Buffer, bytes = Number.POSITIVE_INFINITY) => (channel: ServerChannel): void => {
  let left = bytes
  let closed = false
  channel.once('close', () => (closed = true))
  // A turn of the event loop for each piece: the server has other channels to serve, and to hear that this one is closed.
  const more = (): void => {
    if (closed) return
    if (left <= 0) {
      channel.exit(0)
      channel.end()
      return
    }
    left -= piece.length
    if (channel.write(piece)) setImmediate(more)
    else channel.once('drain', more)
  }
  more()
}

/** The transport waits for a word of the shell that is about to run the command. */
const greet = (channel: ServerChannel, command: string): void => {
  const bytes = command.replaceAll(/\\0([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
  const ready = /echo (?<nonce>\w+)"-"ready; /.exec(bytes)?.groups?.['nonce']
  if (ready !== undefined) channel.write(`${ready}-ready\n`)
}

const runHonestly = (root: string, address: string, command: string, channel: ServerChannel): void => {
  const child = spawn('/bin/sh', ['-c', command], { detached: true, env: environmentOf(root, { SSH_CONNECTION: `10.1.1.1 50000 ${address} 22` }) })
  child.stdin.on('error', () => undefined)
  channel.pipe(child.stdin)
  child.stdout.pipe(channel, { end: false })
  child.stderr.pipe(channel.stderr, { end: false })
  child.on('close', (code) => {
    channel.exit(code ?? 255)
    channel.end()
  })
}

export const startHostileHost = async (hostKey: KeyPair, authorizedKey: string, { root, address }: { readonly root: string; readonly address: string }, misdeed: Misdeed): Promise<SshServer> => {
  let execs = 0
  return startSshServer({
    hostKeys: [hostKey],
    authorizedKeys: [authorizedKey],
    onExec: (command, channel) => {
      execs += 1
      channel.on('error', () => undefined)
      if (execs !== misdeed.exec) return runHonestly(root, address, command, channel)
      let input = ''
      channel.on('data', (data: Buffer) => (input += data.toString('latin1')))
      greet(channel, command)
      misdeed.act(channel, () => input)
    },
  })
}
