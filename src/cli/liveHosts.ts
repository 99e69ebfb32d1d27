import { isIP } from 'node:net'
import { FleetError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import type { HostSettings } from '../schema/generated/inventory.ts'

/** Hosts that no inventory knows yet, by the names or addresses where they answer. */
export const hostsNamed = (names: string, user = 'root'): Host[] => {
  const wanted = [...new Set(names.split(/[,\s]+/).filter((name) => name !== ''))]
  const odd = wanted.find((name) => isIP(name) === 0 && !/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(name))
  if (wanted.length === 0 || odd !== undefined)
    throw new FleetError({ kind: 'usage', what: `--hosts takes names or addresses, found ${JSON.stringify(odd ?? names)}`, next: ['for example --hosts virtual4,virtual5 --user root', 'hosts with settings of their own stand in a first inventory: --inventory NAME'] })
  return wanted.map((name) => ({
    name, groups: [], ssh: { host: name, port: 22, user, connectTimeout: 10, keepalive: 5, become: false }, platform: {}, playbook: undefined,
    network: { interfaces: {}, bonds: {}, vlans: {}, bridges: {} }, group: undefined, acknowledge: [], vars: {}, root: '', timeouts: {}, position: { file: '' },
  }))
}

/** A host's name in the inventory: one that was given as an address is called what it calls itself. */
export const nameFor = ({ name }: Host, hostname: string, used: ReadonlySet<string>): string => {
  const own = hostname.split('.')[0] ?? ''
  return isIP(name) !== 0 && /^[A-Za-z0-9_][A-Za-z0-9_-]{0,62}$/.test(own) && !used.has(own) ? own : name.replaceAll(':', '-').replace(/^-+/, '')
}

const filled = <Value extends object>(value: Value): Value | undefined => (Object.keys(value).length === 0 ? undefined : value)

/** What is known of a host beside its network, as an inventory would say it: without defaults. */
export const settingsOf = (host: Host, name: string): HostSettings => {
  const { host: address, port, user, connectTimeout, keepalive, become, ...rest } = host.ssh
  const ssh = filled({
    ...(address === name ? {} : { host: address }),
    ...(port === 22 ? {} : { port }),
    ...(user === 'root' ? {} : { user }),
    ...rest,
    ...(connectTimeout === 10 ? {} : { connectTimeout }),
    ...(keepalive === 5 ? {} : { keepalive }),
    ...(become ? { become } : {}),
  })
  const vars = filled({ ...host.vars })
  const timeouts = filled({ ...host.timeouts })
  return {
    ...(ssh === undefined ? {} : { ssh }),
    ...(host.playbook === undefined ? {} : { playbook: host.playbook }),
    ...(host.group === undefined ? {} : { group: host.group }),
    ...(host.acknowledge.length === 0 ? {} : { acknowledge: [...host.acknowledge] }),
    ...(vars === undefined ? {} : { vars }),
    ...(host.root === '' ? {} : { root: host.root }),
    ...(timeouts === undefined ? {} : { timeouts }),
  }
}
