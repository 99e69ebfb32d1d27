import { FleetError, FleetErrors } from '../../model/errors.ts'
import type { Host } from '../../model/host.ts'
import { type BondMode, devicesOf, type DesiredBond, type Interface, type Network } from '../../model/network.ts'
import type { Aggregate, Port, Switch, Traffic } from './model.ts'

interface Wired {
  readonly port: Port
  readonly switchName: string
}

interface Found {
  readonly ports: readonly Wired[]
  readonly aggregates: readonly { readonly aggregate: Aggregate; readonly switchName: string }[]
}

/** What the switch has to do with the ports of a bond. The other modes look like single NICs to it. */
const bundling: Readonly<Partial<Record<BondMode, Aggregate['mode']>>> = { '802.3ad': 'active', 'balance-rr': 'on', 'balance-xor': 'on', broadcast: 'on' }

const fail = (host: Host, path: string, what: string, next: string): FleetError =>
  new FleetError({ kind: 'inventory', host: host.name, path: `network.${path}`, position: host.position, what, next: [next] })

/** The device and the bridges that its frames go through as they are. */
const carriers = (network: Network, device: string): ReadonlySet<string> =>
  new Set([device, ...Object.entries(network.bridges).filter(([, { ports }]) => ports.includes(device)).map(([bridge]) => bridge)])

const trafficOf = (host: Host, device: string, native: number | undefined, path: string): Traffic => {
  const { network } = host
  const through = carriers(network, device)
  const tagged = Object.values(network.vlans).filter(({ parent }) => through.has(parent)).map(({ id }) => id)
  const own = devicesOf(network).find(({ name }) => name === device)
  const untagged = through.size > 1 || own?.dhcp === true || (own?.addresses ?? []).length > 0
  if (untagged && native === undefined)
    throw fail(host, path, `${device} sends frames without a tag, and the inventory does not say which VLAN the switch gives them`, `set network.${path}.nativeVlan`)
  if (untagged && native !== undefined && tagged.length === 0) return { kind: 'access', vlan: native }
  return { kind: 'trunk', allowed: [...tagged, ...(untagged && native !== undefined ? [native] : [])].toSorted((left, right) => left - right), native }
}

const mtuOf = (network: Network, devices: readonly string[]): number | undefined => {
  const known = devicesOf(network).flatMap(({ name, mtu }) => (mtu !== undefined && devices.includes(name) ? [mtu] : []))
  return known.length === 0 ? undefined : Math.max(...known)
}

/** The port of a slave: its own word, or the one at its place in the bond's list. */
const portOf = (host: Host, bond: DesiredBond, slave: string): { readonly switchName: string | undefined; readonly port: string | undefined } => {
  const own = host.network.interfaces[slave]?.switch
  const listed = bond.switch?.ports?.length === bond.slaves.length ? bond.switch.ports[bond.slaves.indexOf(slave)] : undefined
  return { switchName: own?.name ?? bond.switch?.name, port: own?.port ?? listed }
}

const numberOf = (host: Host, name: string, bond: DesiredBond): number => {
  const text = bond.switch?.portChannel
  const number = Number(/\d+/.exec(text ?? '')?.[0])
  if (Number.isInteger(number) && number >= 1 && number <= 4096) return number
  throw fail(host, `bonds.${name}.switch.portChannel`, `${bond.mode} needs an aggregate of the switch's ports, and ${text === undefined ? 'none is named' : `\`${text}\` has no number from 1 to 4096`}`,
    `name it: network.bonds.${name}.switch.portChannel: po1`)
}

const ofBond = (host: Host, name: string, bond: DesiredBond): Found => {
  const at = `bonds.${name}.switch`
  const places = bond.slaves.map((slave) => ({ slave, ...portOf(host, bond, slave) }))
  const wired = places.flatMap(({ slave, switchName, port }) => (switchName === undefined || port === undefined ? [] : [{ slave, switchName, port }]))
  const [lost] = places.filter(({ switchName, port }) => switchName === undefined || port === undefined)
  if (lost !== undefined)
    throw fail(host, at, `${name}: the inventory does not say ${lost.port === undefined ? 'in which switch port' : 'in which switch'} the cable of ${lost.slave} ends`,
      `set network.interfaces.${lost.slave}.switch: { name: sw1, port: Gi1/0/1 }, or network.${at}: { name: sw1, ports: [one for each of ${bond.slaves.join(', ')}] }`)
  const traffic = trafficOf(host, name, bond.switch?.nativeVlan, at)
  const mtu = mtuOf(host.network, [name, ...bond.slaves])
  const mode = bundling[bond.mode]
  const number = mode === undefined ? undefined : numberOf(host, name, bond)
  const switches = [...new Set(wired.map(({ switchName }) => switchName))]
  const bundle = mode === undefined || number === undefined ? undefined : { number, mode }
  return {
    ports: wired.map(({ slave, switchName, port }) => ({ switchName, port: { port, owner: `${host.name} ${slave}`, traffic, mtu, aggregate: bundle } })),
    aggregates: bundle === undefined ? [] : switches.map((switchName) => ({
      switchName, aggregate: { ...bundle, owner: `${host.name} ${name}`, traffic, mtu, alsoOn: switches.filter((other) => other !== switchName).toSorted() },
    })),
  }
}

const ofNic = (host: Host, name: string, { switch: place }: Interface): Found => {
  if (place?.port === undefined) return { ports: [], aggregates: [] }
  const at = `interfaces.${name}.switch`
  if (place.name === undefined) throw fail(host, at, `${name}: the inventory names the switch port ${place.port}, and no switch`, `set network.${at}.name`)
  const traffic = trafficOf(host, name, place.nativeVlan, at)
  return { ports: [{ switchName: place.name, port: { port: place.port, owner: `${host.name} ${name}`, traffic, mtu: mtuOf(host.network, [name]), aggregate: undefined } }], aggregates: [] }
}

const ofHost = (host: Host): (() => Found)[] => {
  const { bonds, interfaces } = host.network
  const slaves = new Set(Object.values(bonds).flatMap((bond) => bond.slaves))
  return [
    ...Object.entries(bonds).map(([name, bond]) => () => ofBond(host, name, bond)),
    ...Object.entries(interfaces).filter(([name]) => !slaves.has(name)).map(([name, nic]) => () => ofNic(host, name, nic)),
  ]
}

const natural = new Intl.Collator('en', { numeric: true }).compare

interface Claim {
  readonly switchName: string
  readonly key: string
  readonly owner: string
}

/** One port, or one aggregate, that two claim. */
const clashes = (what: string, claims: readonly Claim[]): FleetError[] => {
  const places = new Map<string, string[]>()
  for (const { switchName, key, owner } of claims) places.set(`${switchName} ${key}`, [...(places.get(`${switchName} ${key}`) ?? []), owner])
  return [...places].filter(([, owners]) => owners.length > 1).map(([place, owners]) => new FleetError({
    kind: 'inventory', what: `${what} ${place} belongs to ${owners.join(' and ')}`, next: ['a cable ends in one port: correct `switch` of one of them'],
  }))
}

/**
 * What the inventory says of each switch, by name; ports in the order of their numbers.
 *
 * @throws FleetErrors of kind inventory: a bond whose ports are not named, untagged frames of which no VLAN is known, a port
 *   that two claim; of kind usage: none of the hosts names a port.
 */
export const switchesOf = (hosts: readonly Host[]): Switch[] => {
  const errors: FleetError[] = []
  const found = hosts.flatMap(ofHost).flatMap((read): Found[] => {
    try {
      return [read()]
    } catch (error) {
      if (!(error instanceof FleetError)) throw error
      errors.push(error)
      return []
    }
  })
  const ports = found.flatMap((one) => one.ports)
  const aggregates = found.flatMap((one) => one.aggregates)
  errors.push(
    ...clashes('port', ports.map(({ switchName, port }) => ({ switchName, key: port.port, owner: port.owner }))),
    ...clashes('aggregate', aggregates.map(({ switchName, aggregate }) => ({ switchName, key: String(aggregate.number), owner: aggregate.owner }))),
  )
  if (errors.length > 0) throw new FleetErrors(errors)
  if (ports.length === 0)
    throw new FleetError({ kind: 'usage', what: `the inventory names no switch port of ${hosts.length === 1 ? hosts[0]?.name : `these ${hosts.length} hosts`}`,
      next: ['say where each cable ends: network.interfaces.eth0.switch: { name: sw1, port: Gi1/0/1 }'] })
  return [...new Set(ports.map(({ switchName }) => switchName))].toSorted(natural).map((name) => ({
    name,
    aggregates: aggregates.filter(({ switchName }) => switchName === name).map(({ aggregate }) => aggregate).toSorted((left, right) => left.number - right.number),
    ports: ports.filter(({ switchName }) => switchName === name).map(({ port }) => port).toSorted((left, right) => natural(left.port, right.port)),
  }))
}
