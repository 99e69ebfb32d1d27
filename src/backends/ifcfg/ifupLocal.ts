import type { Facts } from '../../model/facts.ts'
import type { Network } from '../../model/network.ts'
import { devicesOf } from '../../model/network.ts'
import { error, type NetworkFinding } from '../../model/rules/finding.ts'
import { quoteAll } from '../../model/quote.ts'
import { header } from '../comments.ts'

/**
 * Run by ifup-post after each device that gets that far. ARP=no of an ifcfg file is read for devices with IPADDR alone, and
 * slaves and ports end before (ifup-eth of initscripts 8.45): what is not above them in the boot's order is silenced when
 * the bridge above them comes up, which is last.
 */
export const ifupLocal = '/sbin/ifup-local'

const silentDevices = (network: Network): string[] =>
  devicesOf(network).flatMap((device) => (device.kind !== 'bridge' && device.arp === false ? [device.name] : []))

const isOurs = (facts: Pick<Facts, 'files'>): boolean => facts.files[ifupLocal]?.content.split('\n')[1] === `# ${header}`

/**
 * The file that keeps ARP off at the next boot; undefined where no device asks for it. `ip` is found by the PATH that the
 * network scripts set, never by an absolute path: below a root prefix (an image, a simulated host) that would be another
 * machine's. A device that is not there is no matter.
 */
export const renderIfupLocal = (network: Network): string | undefined => {
  const names = silentDevices(network)
  return names.length === 0 ? undefined : `#!/bin/sh
# ${header}
# ARP stays off on devices that only carry frames. The network scripts have no setting that slaves and ports get to.
for device in ${quoteAll(names)}; do
  ip link set dev "$device" arp off 2>/dev/null
done
exit 0
`
}

/** The inverse: the devices that our file silences. */
export const readIfupLocal = (facts: Pick<Facts, 'files'>): ReadonlySet<string> =>
  new Set(isOurs(facts) ? (/^for device in (.*); do$/m.exec(facts.files[ifupLocal]?.content ?? '')?.[1]?.split(' ') ?? []) : [])

/** Whether the host has one of ours that the network needs no more. */
export const isStaleIfupLocal = (network: Network, facts: Pick<Facts, 'files'>): boolean => silentDevices(network).length === 0 && isOurs(facts)

/** Somebody else's is not written over. */
export const ifupLocalFindings = (network: Network, facts: Facts): NetworkFinding[] => {
  const [name] = silentDevices(network)
  return name === undefined || facts.files[ifupLocal] === undefined || isOurs(facts) ? []
    : [error('E22', [ifupLocal], `${ifupLocal} is there and not ours, and arp: false of ${name} would need it`,
      'Take arp: false out, which slaves and ports do not need, or let that file do it.')]
}
