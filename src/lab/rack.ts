import { readFile } from 'node:fs/promises'
import { FleetError } from '../model/errors.ts'
import { rackPaths } from './paths.ts'

/** A NIC of a host. */
export interface RackNic {
  /** Example: eth0 */
  readonly name: string
  readonly mac: string
}

export interface RackHost {
  /** Example: lab1 */
  readonly name: string
  /** With prefix length. Example: 10.77.0.11/24 */
  readonly address: string
  readonly nics: readonly RackNic[]
}

/** A rack as `lab up` made it. */
export interface Rack {
  /** Example: lab. Its network namespace is called fleetnet-NAME. */
  readonly name: string
  readonly platform: string
  readonly hosts: readonly RackHost[]
  /** The controller's address in the rack, the gateway's, with prefix length. */
  readonly controller: string
  readonly gateway: string
  readonly managementVlan: number
  /** Tagged VLANs that the switch lets through on every host's ports, to begin with. */
  readonly vlans: readonly number[]
  /** MB of memory a host. */
  readonly memory: number
  /** The inventory that was written for it. */
  readonly inventory: string
}

export interface RackShape {
  readonly name: string
  readonly platform: string
  /** 1 to 8. */
  readonly hosts: number
  /** NICs a host, 2 to 4. */
  readonly nics: number
  readonly vlans: readonly number[]
  readonly memory: number
  readonly inventory: string
}

const managementVlan = 100

const hex = (number: number): string => number.toString(16).padStart(2, '0')

/** A rack from its shape: names, addresses and MACs are the same every time. MACs begin with 52:54:00, as virtual machines' do. */
export const describeRack = (shape: RackShape): Rack => ({
  ...shape,
  hosts: Array.from({ length: shape.hosts }, (_, index) => ({
    name: `${shape.name}${index + 1}`,
    address: `10.77.0.${11 + index}/24`,
    nics: Array.from({ length: shape.nics }, (_nic, nic) => ({ name: `eth${nic}`, mac: `52:54:00:4c:${hex(index + 1)}:${hex(nic)}` })),
  })),
  controller: '10.77.0.1/24',
  gateway: '10.77.0.254/24',
  managementVlan,
  vlans: [...new Set([...shape.vlans, managementVlan])].toSorted((left, right) => left - right),
})

/** Its network namespace: nothing of the rack is reachable from outside of it. */
export const namespaceOf = (name: string): string => `fleetnet-${name}`

/** Without the prefix length. */
export const plainAddress = (address: string): string => address.split('/')[0] ?? address

/**
 * The rack that `lab up` left.
 *
 * @throws FleetError kind usage when there is none of that name
 */
export const readRack = async (name: string): Promise<Rack> => {
  try {
    return JSON.parse(await readFile(rackPaths(name).description, 'utf8')) as Rack
  } catch (cause) {
    throw new FleetError({ kind: 'usage', what: `expected a rack named ${name}, found none that is up`, next: [`fleetnet lab up${name === 'lab' ? '' : ` --name ${name}`}`], cause })
  }
}

/** @throws FleetError kind usage: no such host, with the names that there are */
export const rackHost = (rack: Rack, name: string): RackHost => {
  const host = rack.hosts.find((candidate) => candidate.name === name)
  if (host === undefined) throw new FleetError({ kind: 'usage', what: `expected a host of the rack, found ${name}`, next: [`its hosts are ${rack.hosts.map((each) => each.name).join(', ')}`] })
  return host
}
