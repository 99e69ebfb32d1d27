import type { Backend, RenderedFile } from '../model/backend.ts'
import { FleetError, FleetErrors } from '../model/errors.ts'
import type { Facts } from '../model/facts.ts'
import type { Host } from '../model/host.ts'
import { devicesOf } from '../model/network.ts'
import type { Coverage, Playbook } from '../model/playbook.ts'

const coverageOf: Readonly<Record<RenderedFile['part'], Coverage>> = {
  interface: 'interfaces', slave: 'slaves', bond: 'bonds', vlan: 'vlans', bridge: 'bridges', global: 'addresses',
}
const stepFor: Readonly<Record<Coverage, string>> = {
  bonds: 'writeBonds', slaves: 'writeSlaves', interfaces: 'writeInterfaces', vlans: 'createVlans', bridges: 'createBridges', addresses: 'assignAddresses',
}

/** Devices by the part of the network that a step has to see to. */
const declared = (host: Host, facts: Facts, backend: Backend): Map<Coverage, string[]> => {
  const parts = new Map<Coverage, string[]>()
  const put = (coverage: Coverage, device: string): void => void parts.set(coverage, [...(parts.get(coverage) ?? []), device])
  for (const { part, device } of backend.render({ host, facts }, { addresses: true })) {
    if (part !== 'global') put(coverageOf[part], device)
  }
  for (const { name, addresses = [], gateway, dhcp } of devicesOf(host.network)) {
    if (addresses.length > 0 || gateway !== undefined || dhcp === true) put('addresses', name)
  }
  return parts
}

/**
 * Refuses a playbook that would build a part of the host's network and leave another out: half a network is none. A
 * playbook without any network step does not touch the network, and is let through.
 *
 * @throws FleetErrors of kind playbook, one for each part that no step covers.
 */
export const checkCoverage = (playbook: Playbook, host: Host, facts: Facts, backend: Backend): void => {
  const covered = new Set(playbook.steps.flatMap((step) => step.covers))
  if (covered.size === 0 && !playbook.steps.some((step) => step.activates)) return
  const errors = [...declared(host, facts, backend)].flatMap(([part, devices]) =>
    covered.has(part) ? [] : [new FleetError({
      kind: 'playbook',
      host: host.name,
      what: `the inventory declares ${part === 'addresses' ? 'addresses on' : part} ${[...new Set(devices)].join(', ')}, ` +
        `and no step of ${playbook.name} sees to ${part === 'addresses' ? 'addresses' : 'them'}`,
      next: [`add ${stepFor[part]}() to the playbook`],
    })])
  if (errors.length > 0) throw new FleetErrors(errors)
}
