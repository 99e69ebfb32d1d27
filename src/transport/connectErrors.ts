import { FleetError } from '../model/errors.ts'

/** Which part of connecting was under way. */
export type ConnectStage = 'tcp' | 'handshake' | 'authentication'

export interface Where {
  readonly host: string
  readonly address: string
  readonly port: number
}

const place = ({ address, port }: Where): string => (address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`)

const connectError = (where: Where, what: string, next: readonly string[], cause?: unknown): FleetError =>
  new FleetError({ kind: 'connect', host: where.host, what, next, ...(cause === undefined ? {} : { cause }) })

/** `heard` is what the host had sent by then. */
export const timedOut = (where: Where, stage: ConnectStage, milliseconds: number, heard = ''): FleetError => {
  const seconds = `${Math.round(milliseconds / 100) / 10} s`
  switch (stage) {
    case 'tcp':
      return connectError(where, `no answer on ${place(where)} in ${seconds}`, [
        'check its power, its address and the firewall in between',
        'a slow way there: ssh.connectTimeout',
      ])
    case 'handshake':
      if (heard !== '' && !isSsh(heard)) return notSsh(where, heard)
      return connectError(where, `${place(where)} took the connection, but no SSH handshake came about in ${seconds}`, [
        'check that sshd runs there and not another service, and the load of the host',
      ])
    case 'authentication':
      return connectError(where, `${place(where)} did not answer the log-in in ${seconds}`, [
        'check the load of the host, its name service (UseDNS) and its PAM modules',
        'a slow host: ssh.connectTimeout',
      ])
  }
}

export const interrupted = (where: Where): FleetError =>
  new FleetError({ kind: 'interrupted', host: where.host, what: `interrupted while connecting to ${place(where)}`, next: ['run again'] })

/** An error of the socket, before or during the handshake. */
export const socketFailed = (where: Where, error: Error, stage: ConnectStage): FleetError => {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  switch (code) {
    case 'ECONNREFUSED':
      return connectError(where, `${place(where)} refused the connection`, ['check that sshd runs there, and on this port: ssh.port'], error)
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EADDRNOTAVAIL':
      return connectError(where, `no route to ${place(where)}`, ["check the address, and this machine's routes"], error)
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_NODATA':
      return connectError(where, `the name ${where.address} is not known`, ['check the spelling and DNS, or give the address: ssh.host'], error)
    case 'ETIMEDOUT':
      return connectError(where, `no answer on ${place(where)}`, ['check its power, its address and the firewall in between'], error)
    case 'ECONNRESET':
    case 'EPIPE':
      return stage === 'tcp'
        ? connectError(where, `${place(where)} reset the connection`, ['check that sshd runs there, and the firewall in between'], error)
        : closedEarly(where, stage, '')
    default:
      return connectError(where, `no connection to ${place(where)}: ${error.message}`, ['check the address and the way to it'], error)
  }
}

/** The host closed the connection before we were logged in. `heard` is what it had sent first. */
export const closedEarly = (where: Where, stage: ConnectStage, heard: string): FleetError => {
  if (stage === 'authentication')
    return connectError(where, `${place(where)} closed the connection during the log-in`, [
      "read the host's log of sshd",
      'check LoginGraceTime and MaxAuthTries in its sshd_config',
    ])
  if (heard !== '' && !isSsh(heard)) return notSsh(where, heard)
  return connectError(where, `${place(where)} closed the connection during the handshake`, [
    'check MaxStartups in its sshd_config, fail2ban, and hosts.allow and hosts.deny',
    "read the host's log of sshd",
  ])
}

/** Lines may come before the one that names the protocol (RFC 4253, 4.2). */
const isSsh = (heard: string): boolean => /^SSH-/m.test(heard)

export const notSsh = (where: Where, heard: string): FleetError =>
  connectError(where, `no SSH server on ${place(where)}: it answered ${JSON.stringify(heard.split('\n')[0]?.trim().slice(0, 80))}`, [
    'check the port: ssh.port',
  ])

/** An error of ssh2 during the handshake. `offered` is what the host offered, by ssh2's name of the kind of algorithm. */
export const handshakeFailed = (where: Where, error: Error, stage: ConnectStage, offered: ReadonlyMap<string, string>, heard: string): FleetError => {
  if (/no matching/i.test(error.message)) return noCommonAlgorithm(where, error, offered)
  if (/connection lost before handshake/i.test(error.message)) return closedEarly(where, stage, heard)
  if (heard !== '' && !isSsh(heard)) return notSsh(where, heard)
  if (/identification string/i.test(error.message))
    return connectError(
      where,
      `${place(where)} speaks an SSH protocol that is not supported: ${JSON.stringify(/^SSH-.*/m.exec(heard)?.[0].trim().slice(0, 80) ?? '')}`,
      ['SSH protocol 2 is needed: check its sshd'],
    )
  return connectError(
    where,
    `${place(where)} ended the ${stage === 'authentication' ? 'log-in' : 'handshake'}: ${error.message}`,
    ["read the host's log of sshd"],
    error,
  )
}

const kinds: readonly { readonly error: RegExp; readonly list: string; readonly words: string }[] = [
  { error: /key exchange/i, list: 'KEX method', words: 'key exchange' },
  { error: /host key/i, list: 'Host key format', words: 'host key type' },
  { error: /C->S cipher/i, list: 'C->S cipher', words: 'cipher' },
  { error: /S->C cipher/i, list: 'S->C cipher', words: 'cipher' },
  { error: /C->S MAC/i, list: 'C->S MAC', words: 'message authentication code' },
  { error: /S->C MAC/i, list: 'S->C MAC', words: 'message authentication code' },
]

const noCommonAlgorithm = (where: Where, error: Error, offered: ReadonlyMap<string, string>): FleetError => {
  const kind = kinds.find((candidate) => candidate.error.test(error.message))
  const list = kind === undefined ? undefined : offered.get(kind.list)
  return connectError(
    where,
    `no ${kind?.words ?? 'algorithm'} in common with ${place(where)}${list === undefined ? '' : `: it offers ${list.replaceAll(',', ', ')}`}`,
    [
      'the sshd of RHEL 5 and its kin offers only algorithms that count as broken today; they are not supported yet',
      'update the sshd of the host, or allow newer algorithms in its sshd_config',
    ],
    error,
  )
}
