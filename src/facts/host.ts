import { isIP } from 'node:net'
import type { Facts, SessionFact } from '../model/facts.ts'
import { probeError } from './frame.ts'
import { byKey } from './lines.ts'
import { readMounts } from './mounts.ts'
import { readRelease } from './release.ts'
import { printable } from './text.ts'

/** The four words that sshd puts into SSH_CONNECTION; the server's address is what came in, without its zone. */
const readSession = (text: string): Pick<SessionFact, 'clientAddress' | 'serverAddress'> | undefined => {
  const [client = '', , server = '', ...rest] = text.trim().split(' ')
  const bare = (address: string): string => address.replace(/%.*$/, '')
  if (rest.length !== 1 || isIP(bare(client)) === 0 || isIP(bare(server)) === 0) return undefined
  return { clientAddress: bare(client), serverAddress: bare(server) }
}

type HostFacts = Pick<Facts,
  | 'hostname' | 'kernel' | 'bootId' | 'uptime' | 'release' | 'releaseText' | 'uid' | 'init' | 'cron' | 'xend' | 'networkManager'
  | 'networkMounts' | 'clusterManagers' | 'configurationOwners' | 'unwritable' | 'digest'>

/** Facts about the host itself, and the addresses of the session. */
export const readHost = (lines: readonly string[]): HostFacts & { readonly session: Pick<SessionFact, 'clientAddress' | 'serverAddress'> | undefined } => {
  const all = byKey(lines)
  const one = (key: string): string => all(key)[0] ?? ''
  const complaint = all('!')[0]
  if (complaint === 'root') throw probeError('the host has no such root folder', 'look at `root` in the inventory')
  if (complaint !== undefined) {
    throw probeError(
      `\`ip addr\` failed on the host with status ${printable(complaint.replace(/^ip /, ''))}`,
      'run it there by hand: without it no address is known',
    )
  }
  const uptime = Number(/^\d{1,12}(\.\d{1,6})?(?= |$)/.exec(one('uptime'))?.[0])
  const bootId = one('boot')
  const digest = one('digest').split(' ')[0] ?? ''
  const uid = /^\d{1,10}$/.test(one('uid')) ? Number(one('uid')) : undefined
  if (Number.isNaN(uptime)) throw probeError('the host did not say how long it is up', 'look at /proc/uptime on it')
  if (!/^[0-9a-f-]{8,64}$/i.test(bootId)) throw probeError('the host has no boot id', 'look at /proc/sys/kernel/random/boot_id on it')
  if (!/^[a-z0-9]{1,16}:[0-9a-f]{1,128}$/.test(digest)) {
    throw probeError(
      'the host could not make a digest of its facts',
      'it needs one of sha256sum, sha1sum, md5sum or cksum',
    )
  }
  if (uid === undefined) throw probeError('the host did not say who we are on it', 'look at /proc/self/status, or `id -u`, on it')
  const has = new Set(all('has'))
  const words = (key: string): string[] => [...new Set(all(key).map(printable))]
  return {
    hostname: printable(one('hostname')),
    kernel: printable(one('kernel')),
    bootId,
    uptime,
    ...readRelease(all('release'), all('os')),
    uid,
    init: has.has('systemd') ? 'systemd' : has.has('initscripts') && has.has('runlevels') ? 'sysv' : 'none',
    cron: has.has('cron.d') && has.has('crond'),
    xend: has.has('xend'),
    networkManager: has.has('networkmanager'),
    ...readMounts(all('mount'), { iscsi: all('iscsi'), netroot: all('netroot').length > 0, space: one('space') }),
    clusterManagers: words('cluster'),
    configurationOwners: words('owner'),
    digest,
    session: readSession(one('session')),
  }
}
