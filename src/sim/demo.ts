import { devicesOf } from '../model/network.ts'
import { FleetError } from '../model/errors.ts'
import { isRedHat } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import { type SimulatedFleet, startFleet } from './fleet.ts'
import type { FleetOptions, SimulatedHostSpec, SimulatedReach } from './spec.ts'

/** The hosts of the demo's inventory, simulated as they are before anything changes. */
export interface DemoFleet {
  readonly fleet: SimulatedFleet
  /** By host name, in the inventory's order: how to reach it instead. */
  readonly reaches: ReadonlyMap<string, SimulatedReach>
  /** Gives a host the switch that its inventory speaks of. */
  mend(name: string): Promise<void>
  /** Kills every process of the hosts; their trees stay to be looked at. */
  stop(): Promise<void>
}

/** What a simulated host needs to know of one in an inventory: its NICs, and the address that it will keep. */
export const specOf = (host: Host): SimulatedHostSpec => {
  const devices = devicesOf(host.network)
  const address = devices.flatMap((device) => device.addresses ?? [])[0]
  const nics = Object.entries(host.network.interfaces).flatMap(([name, { mac }]) => (mac === undefined ? [] : [{ name, mac }]))
  if (address === undefined || nics.length === 0)
    throw new FleetError({
      kind: 'inventory',
      host: host.name,
      what: 'a simulated host needs an address and interfaces with a mac',
      next: [`add them to ${host.name} in the inventory`],
    })
  const gateway = devices.find((device) => device.gateway !== undefined)?.gateway
  return {
    name: host.name,
    release: isRedHat(host.platform.release) ? host.platform.release : 'el5',
    xend: host.platform.xend ?? host.platform.release === 'el5',
    nics,
    address,
    ...(gateway === undefined ? {} : { gateway }),
  }
}

/**
 * Starts the fleet of `fleetnet demo`: every host of an inventory with its address on its first NIC. The switch of one
 * host has no LACP: it will be cut off, and puts itself back.
 *
 * @param options.withoutLacp Default: virtual9, or the last host where there is none of that name.
 */
export const startDemoFleet = async (
  options: Pick<FleetOptions, 'folder' | 'minute'> & { readonly hosts: readonly Host[]; readonly withoutLacp?: string },
): Promise<DemoFleet> => {
  const specs = options.hosts.map(specOf)
  const named = options.withoutLacp ?? 'virtual9'
  const withoutLacp = specs.some((spec) => spec.name === named) ? named : specs.at(-1)?.name
  const bare = (spec: SimulatedHostSpec): string => spec.address.split('/')[0] ?? ''
  const fleet = await startFleet({
    folder: options.folder,
    ...(options.minute === undefined ? {} : { minute: options.minute }),
    hosts: specs.map((spec) => ({
      ...spec,
      neighbours: specs.filter((other) => other !== spec).map(bare),
      ...(spec.name === withoutLacp ? { switch: { lacp: false } } : {}),
    })),
  })
  return {
    fleet,
    reaches: new Map(fleet.hosts.map((host) => [host.name, host.reach])),
    mend: async (name) => fleet.host(name).setSwitch({ lacp: true, up: true, vlans: 'all' }),
    stop: async () => fleet.stop(),
  }
}
