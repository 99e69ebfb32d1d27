import { FleetError } from '../model/errors.ts'
import { quote } from '../model/quote.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { KnownHost } from './knownHosts.ts'

/** The key that a host showed. */
export interface ShownKey {
  readonly host: string
  /** The host's name in known_hosts. */
  readonly name: string
  readonly address: string
  readonly port: number
  readonly type: string
  readonly fingerprint: string
}

/** Short names that ssh-keygen and ssh-keyscan use. */
const shortType = (type: string): string => (type.startsWith('ecdsa') ? 'ecdsa' : type.replace(/^ssh-/, ''))

const atTheConsole = ({ type }: ShownKey): string => `at the host's console: ssh-keygen -lf /etc/ssh/ssh_host_${shortType(type)}_key.pub`

export const unknownKey = (shown: ShownKey, file: string, note: string | undefined): FleetError =>
  new FleetError({
    kind: 'host-key',
    host: shown.host,
    what: `the host's key is not known: ${shown.name} showed ${shown.type} ${shown.fingerprint}${note === undefined ? '' : `; ${note}`}`,
    next: [
      `compare the fingerprint ${atTheConsole(shown)}`,
      `if it is the same, add the key: ssh-keyscan -t ${shortType(shown.type)}${shown.port === 22 ? '' : ` -p ${shown.port}`} ${quote(shown.address)} >>${quote(file)}`,
      'or run again with --accept-new, which adds the keys of hosts that are not known yet',
    ],
  })

/** Lines that this transport cannot use. */
export const authorityNote = (lines: readonly KnownHost[]): string | undefined => {
  const [line] = lines
  return line === undefined
    ? undefined
    : `the @cert-authority line ${line.file}:${line.line} is for this host, but host certificates are not supported: its plain key must be known`
}

export const changedKey = (shown: ShownKey, lines: readonly KnownHost[]): FleetError => {
  const [first] = lines.filter(({ type }) => type === shown.type).concat(lines)
  const expected = lines.map(
    ({ file, line, type, key }) => `${type} ${fingerprintOf(Buffer.from(key, 'base64'))} (${file}:${line === 0 ? 'added in this run' : line})`,
  )
  return new FleetError({
    kind: 'host-key',
    host: shown.host,
    what: `THE HOST'S KEY HAS CHANGED: ${shown.name} showed ${shown.type} ${shown.fingerprint}, expected ${expected.join(' or ')}`,
    next: [
      'another machine may answer at this address, or listen in between; or the host was installed anew: find out which before anything else',
      `compare the fingerprint ${atTheConsole(shown)}`,
      `if the host was installed anew, remove the old key, then add the new one: ssh-keygen -f ${quote(first?.file ?? '')} -R ${quote(shown.name)}`,
    ],
    ...(first === undefined || first.line === 0 ? {} : { position: { file: first.file, line: first.line } }),
  })
}

export const revokedKey = (shown: ShownKey, { file, line }: KnownHost): FleetError =>
  new FleetError({
    kind: 'host-key',
    host: shown.host,
    what: `THE HOST'S KEY IS REVOKED: ${shown.name} showed ${shown.type} ${shown.fingerprint}, which ${file}:${line} revokes`,
    next: [
      'somebody withdrew this key because it was stolen or weak: do not log in',
      'give the host a new key at its console, and add that one to known_hosts',
    ],
    position: { file, line },
  })

export const pinnedKeyDiffers = (shown: ShownKey, pinned: string): FleetError =>
  new FleetError({
    kind: 'host-key',
    host: shown.host,
    what: `another host answers: ${shown.address} showed ${shown.type} ${shown.fingerprint}, the host showed ${pinned} before`,
    next: [`find out who owns ${shown.address}: another machine has that address, or it was given to the wrong one`],
  })

export const notRemembered = (shown: ShownKey, file: string, cause: unknown): FleetError =>
  new FleetError({
    kind: 'host-key',
    host: shown.host,
    what: `the host's new key ${shown.type} ${shown.fingerprint} cannot be added to ${file}: ${messageOf(cause)}`,
    next: [`make ${file} writable, or name another file: ssh.knownHosts`],
    cause,
  })

export const unreadable = (host: string, file: string, cause: unknown): FleetError =>
  new FleetError({
    kind: 'host-key',
    host,
    what: `${file} cannot be read: ${messageOf(cause)}`,
    next: [`make it readable, or name another file: ssh.knownHosts`],
    cause,
  })

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
