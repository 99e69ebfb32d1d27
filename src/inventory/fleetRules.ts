import { FleetError } from '../model/errors.ts'
import type { Host } from '../model/host.ts'
import { normalAddress } from '../model/address.ts'
import { devicesOf } from '../model/network.ts'
import { mapOf } from '../model/rules/names.ts'
import { shown } from './layers.ts'
import type { Path } from './path.ts'
import type { Merged } from './host.ts'

/** A host and where its settings came from. */
export interface LoadedHost {
  readonly host: Host
  readonly merged: Merged
}

interface Claim {
  readonly by: LoadedHost
  readonly path: Path
}

/** What one host only may have: an address of its network, a MAC, the place where SSH finds it. */
export const fleetErrors = (fleet: readonly LoadedHost[]): FleetError[] => {
  const addresses = new Map<string, Claim[]>()
  const macs = new Map<string, Claim[]>()
  const targets = new Map<string, Claim[]>()
  for (const by of fleet) {
    const { ssh, network, root } = by.host
    // Two roots at one address are two images on one machine.
    claim(targets, `${normalAddress(ssh.host).toLowerCase()} port ${ssh.port}${root === '' ? '' : ` root ${root}`}`, { by, path: ['ssh', 'host'] })
    for (const device of devicesOf(network)) {
      const at = ['network', mapOf[device.kind], device.name]
      for (const address of device.addresses ?? []) claim(addresses, normalAddress(address.split('/')[0] ?? ''), { by, path: [...at, 'addresses'] })
      if (device.kind === 'interface' && device.mac !== undefined) claim(macs, device.mac.toUpperCase(), { by, path: [...at, 'mac'] })
    }
  }
  return [
    ...clashes(addresses, (address) => `the address ${address} belongs to`, 'give each host an address of its own'),
    ...clashes(macs, (mac) => `the MAC address ${mac} belongs to`, 'give each NIC its own; `fleetnet facts` shows them'),
    ...clashes(targets, (target) => `at ${target} SSH reaches`, 'give each host its own ssh.host'),
  ]
}

const claim = (claims: Map<string, Claim[]>, key: string, one: Claim): void => {
  const known = claims.get(key)
  if (!known) claims.set(key, [one])
  // The same twice in one host is another rule's.
  else if (known.at(-1)?.by !== one.by) known.push(one)
}

const clashes = (claims: ReadonlyMap<string, readonly Claim[]>, what: (key: string) => string, next: string): FleetError[] =>
  [...claims].flatMap(([key, all]) => {
    const [first, second, ...more] = all
    if (!first || !second) return []
    const { position, path } = second.by.merged.origin(second.path)
    const before = first.by.merged.origin(first.path)
    const where = before.position === undefined ? before.path : shown(before.position)
    const names = [`${first.by.host.name} (${where})`, second, ...more.slice(0, 3)].map((one) => (typeof one === 'string' ? one : one.by.host.name))
    return [new FleetError({
      kind: 'inventory',
      host: second.by.host.name,
      position,
      path,
      what: `${what(key)} ${names.join(' and ')}${more.length > 3 ? ` and ${more.length - 3} more hosts` : ''}`,
      next: [next],
    })]
  })
