import { FleetError } from '../model/errors.ts'
import type { SshTarget } from '../model/host.ts'
import { quote } from '../model/quote.ts'

/** What was tried. */
export type Offer = { readonly type: 'key'; readonly label: string; readonly fingerprint: string } | { readonly type: 'password' }

const tried = (offers: readonly Offer[]): string =>
  offers.map((offer) => (offer.type === 'key' ? `${offer.label} ${offer.fingerprint}` : 'password')).join(', ')

const addKey = ({ user, host, port, identityFile }: SshTarget): string =>
  `put the key on the host: ssh-copy-id${identityFile === undefined ? '' : ` -i ${quote(identityFile)}`}${port === 22 ? '' : ` -p ${port}`} ${quote(`${user}@${host}`)}`

const also = (problems: readonly string[]): string => (problems.length === 0 ? '' : `; ${problems.join('; ')}`)

const takes = (allowed: readonly string[] | undefined): string => (allowed === undefined ? '' : `; it takes ${allowed.join(', ')}`)

export const refusedEverything = (
  host: string,
  target: SshTarget,
  offers: readonly Offer[],
  problems: readonly string[],
  allowed: readonly string[] | undefined,
  partial: boolean,
): FleetError => {
  const keys = offers.filter(({ type }) => type === 'key')
  const password = keys.length < offers.length
  const refused = [
    ...(keys.length > 0 ? [`every key that was offered: ${tried(keys)}`] : []),
    ...(password ? [`the password of ${target.user}`] : []),
  ]
  return new FleetError({
    kind: 'authentication',
    host,
    what: partial
      ? `the host wants more than was offered (${tried(offers)})${takes(allowed)}${also(problems)}`
      : `the host refused ${refused.join(', and ')}${password ? '' : takes(allowed)}${also(problems)}`,
    next: [
      `check the user: ${target.user} (ssh.user)`,
      ...(keys.length > 0 ? [addKey(target), 'or name the right key: ssh.identityFile'] : []),
      ...(password ? ['check ssh.password, and that the host takes passwords: PasswordAuthentication in sshd_config'] : []),
    ],
  })
}

export const nothingToOffer = (host: string, target: SshTarget, problems: readonly string[], allowed: readonly string[] | undefined): FleetError =>
  new FleetError({
    kind: 'authentication',
    host,
    what: `there is no key to offer${target.password === undefined ? ' and no password' : ''}${takes(allowed)}${also(problems)}`,
    next: ['make a key: ssh-keygen -t ed25519', addKey(target), 'or name what to log in with: ssh.identityFile, ssh.identityAgent, ssh.password'],
  })

/** The host ended the connection after too many keys, as sshd does after MaxAuthTries. */
export const tooManyTries = (host: string, offers: readonly Offer[]): FleetError =>
  new FleetError({
    kind: 'authentication',
    host,
    what: `the host ended the connection after too many tries: ${tried(offers)}`,
    next: ['offer only the right key: ssh.identityFile', 'or leave the agent out: ssh.identityAgent: none'],
  })
