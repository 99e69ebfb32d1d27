import type { Bond, Bridge, Interface, NetworkDocument, Vlan } from '../schema/generated/network.ts'

export type { Bond, Bridge, Interface, NetworkDocument, SwitchFacts, Vlan } from '../schema/generated/network.ts'

export type BondMode = NonNullable<Bond['mode']>

/** A bond with its defaults filled in. */
export interface DesiredBond extends Bond {
  readonly mode: BondMode
}
/** A VLAN whose parent and id are known. */
export interface DesiredVlan extends Vlan {
  readonly parent: string
  readonly id: number
}
export interface DesiredBridge extends Bridge {
  readonly ports: string[]
}

/** The network that a host should have, defaults filled in, every map there. Keys are device names. */
export interface Network {
  readonly interfaces: Readonly<Record<string, Interface>>
  readonly bonds: Readonly<Record<string, DesiredBond>>
  readonly vlans: Readonly<Record<string, DesiredVlan>>
  readonly bridges: Readonly<Record<string, DesiredBridge>>
}

/** What every device may carry. */
export type Addressing = Pick<Interface, 'addresses' | 'alias' | 'gateway' | 'dhcp' | 'mtu' | 'comment'>

/** Numbers of the bonding driver's modes (Documentation/networking/bonding.rst). */
export const bondModes: readonly BondMode[] = ['balance-rr', 'active-backup', 'balance-xor', 'broadcast', '802.3ad', 'balance-tlb', 'balance-alb']

const dotted = /^(?<parent>.+)\.(?<id>\d{1,4})$/

/**
 * Fills in defaults: bond mode active-backup and miimon 100, parent and id of `bond0.50`, no ports.
 * A VLAN whose parent or id cannot be told gets '' or 0, which the rules report.
 */
export const completeNetwork = (document: NetworkDocument = {}): Network => ({
  interfaces: document.interfaces ?? {},
  bonds: mapValues(document.bonds, (bond) => ({
    ...bond,
    mode: bond.mode ?? 'active-backup',
    ...(bond.miimon === undefined && bond.arpInterval === undefined ? { miimon: 100 } : {}),
  })),
  vlans: mapValues(document.vlans, (vlan, name) => {
    const parts = dotted.exec(name)?.groups
    return { ...vlan, parent: vlan.parent ?? parts?.['parent'] ?? '', id: vlan.id ?? Number(parts?.['id'] ?? 0) }
  }),
  bridges: mapValues(document.bridges, (bridge) => ({ ...bridge, ports: bridge.ports ?? [] })),
})

const mapValues = <From, To>(record: Readonly<Record<string, From>> | undefined, map: (value: From, key: string) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record ?? {}).map(([key, value]) => [key, map(value, key)]))

export type DeviceKind = 'interface' | 'bond' | 'vlan' | 'bridge'
export type Device =
  | ({ readonly kind: 'interface'; readonly name: string } & Interface)
  | ({ readonly kind: 'bond'; readonly name: string } & DesiredBond)
  | ({ readonly kind: 'vlan'; readonly name: string } & DesiredVlan)
  | ({ readonly kind: 'bridge'; readonly name: string } & DesiredBridge)

/** All devices of a network, lowest first: interfaces, bonds, VLANs, bridges. */
export const devicesOf = (network: Network): Device[] => [
  ...Object.entries(network.interfaces).map(([name, device]) => ({ kind: 'interface' as const, name, ...device })),
  ...Object.entries(network.bonds).map(([name, device]) => ({ kind: 'bond' as const, name, ...device })),
  ...Object.entries(network.vlans).map(([name, device]) => ({ kind: 'vlan' as const, name, ...device })),
  ...Object.entries(network.bridges).map(([name, device]) => ({ kind: 'bridge' as const, name, ...device })),
]

/**
 * The other end of Xen's loopback pairs, which the kernel names by number (drivers/xen/netback/loopback.c): frames that
 * go into vethN come out of vif0.N.
 *
 * @example peerOf('veth0') // vif0.0
 */
export const peerOf = (name: string): string | undefined => {
  const number = /^veth(?<number>\d{1,2})$/.exec(name)?.groups?.['number']
  return number === undefined ? undefined : `vif0.${number}`
}

/** The devices that `name` stands on directly: a bond's slaves, a VLAN's parent, a bridge's ports, the bridge of a peer. */
export const lowerDevices = (network: Network, name: string): readonly string[] =>
  bridgesOfPeer(network, network.interfaces[name]?.peer) ?? network.bonds[name]?.slaves ?? (network.vlans[name] ? [network.vlans[name].parent] : undefined) ?? network.bridges[name]?.ports ?? []

const bridgesOfPeer = (network: Network, peer: string | undefined): readonly string[] | undefined =>
  peer === undefined ? undefined : Object.entries(network.bridges).filter(([, { ports }]) => ports.includes(peer)).map(([bridge]) => bridge)
