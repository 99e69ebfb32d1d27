import type { BondFact, Facts, FileFact, LinkFact } from '../../src/model/facts.ts'
import { devicesOf, type Network } from '../../src/model/network.ts'
import type { HostPlan } from '../../src/model/plan.ts'
import { usersOf } from '../../src/model/rules/topology.ts'

const bare = (address: string): string => address.split('/')[0] ?? address

/** Facts of a host whose running network is this one. NICs that it does not name stay as they were. */
export const runningAs = (network: Network, facts: Facts): Facts => {
  const devices = devicesOf(network)
  const old = (name: string): LinkFact | undefined => facts.links.find((link) => link.name === name)
  const links = devices.map((device): LinkFact => {
    const { bonds, bridges } = usersOf(network, device.name)
    const master = bonds[0] ?? bridges[0]
    const { master: _, ...before } = old(device.name) ?? { mac: '00:14:5E:C0:FF:EE', receivedPackets: 1 }
    return {
      ...before, name: device.name, kind: device.kind === 'interface' ? 'physical' : device.kind, mtu: device.mtu ?? 1500, up: true, carrier: true,
      addresses: device.dhcp === true ? ['10.99.0.1/24'] : [...(device.addresses ?? [])], ...(master === undefined ? {} : { master }),
    }
  })
  const bonds = Object.entries(network.bonds).map(([name, { mode, slaves, miimon = 0 }]): BondFact => ({
    name, mode, slaves, miimon, ...(mode === '802.3ad' ? { aggregatorPorts: slaves.length, partnerMac: 'C0:FF:EE:25:60:00' } : {}),
  }))
  const session = facts.session && { ...facts.session, ...(() => {
    const own = bare(facts.session.serverAddress)
    const device = devices.find(({ addresses = [] }) => addresses.map(bare).includes(own)) ?? devices.find(({ gateway }) => gateway !== undefined)
    return device ? { device: device.name, serverAddress: bare(device.addresses?.find((address) => bare(address) === own) ?? device.addresses?.[0] ?? own) } : {}
  })() }
  return {
    ...facts,
    session,
    links: [...links, ...facts.links.filter(({ kind, name }) => kind === 'physical' && !links.some((link) => link.name === name))],
    bonds,
    vlans: Object.entries(network.vlans).map(([name, { parent, id }]) => ({ name, parent, id })),
    bridges: Object.entries(network.bridges).map(([name, { ports, stp = false, forwardDelay = 0 }]) => ({ name, ports, stp, forwardDelay })),
    routes: devices.flatMap(({ name, gateway }) => (gateway === undefined ? [] : [{ destination: 'default', gateway, device: name }])),
  }
}

/** Facts after a plan's changes have all been made, with the network running as desired. */
export const afterPlan = (facts: Facts, { changes, request }: HostPlan, network: Network): Facts => {
  const files: Record<string, FileFact> = { ...facts.files }
  let now: Facts = { ...facts, guards: Object.fromEntries(request.guards.map(({ id }) => [id, true])) }
  for (const change of changes) {
    switch (change.kind) {
      case 'file':
        if (change.after === undefined) delete files[change.target]
        else files[change.target] = { path: change.target, binary: false, links: 1, ...change.after }
        break
      case 'module':
        now = { ...now, modules: [...now.modules, change.target] }
        break
      case 'sysctl':
        now = { ...now, sysctls: { ...now.sysctls, [change.target]: change.after } }
        break
      case 'service': {
        const service = now.services[change.target] ?? { present: true, running: false, enabled: false }
        const { action } = change
        now = { ...now, services: { ...now.services, [change.target]: {
          ...service, running: action === 'start' || action === 'restart' ? true : action === 'stop' ? false : service.running, enabled: action === 'enable' ? true : action === 'disable' ? false : service.enabled,
        } } }
        break
      }
      case 'activate':
        now = runningAs(network, now)
        break
      case 'command': {
        // The one kind of command that our own steps make.
        const moved = /^mv -f (\S+) /.exec(change.command)?.[1]
        if (moved !== undefined) delete files[moved]
        break
      }
      default:
        change satisfies never
    }
  }
  return { ...now, files }
}
