import type { Otherwise, Rule, Severity } from '../finding.ts'

/** What one kind of finding does, where its rule speaks of several. */
const kinds: readonly (readonly [what: RegExp, reality: string])[] = [
  [/ has no mac: /, 'should the kernel name the NICs otherwise at a boot, another one is in the bond'],
  [/ watches no link/, 'a dead slave stays in use: its share of the traffic is lost'],
  [/ means nothing in mode /, 'the driver refuses it or passes over it, and ifup goes on'],
  [/ is a (port|slave) of .* and has /, 'the address is flushed and ifup ends there: aliases, routes and ifup-local never run'],
  [/ is on \S+ and on /, 'both devices answer for it, and answers leave by either'],
  [/ both have a gateway/, 'the last one started wins'],
  [/ lies in no subnet of /, 'it is silently ignored: there is no default route by it'],
  [/ put \S+ into its bridge before it is a bond/, 'with such initscripts the bond has no options and no slaves, and all say "[OK]"'],
  [/ takes the part of .* for a profile/, 'ifup looks for the part before the `-` and says "Missing config file"'],
  [/^802\.3ad needs /, 'without LACP on the switch one link works, `Number of ports: 1`, while all say up'],
  [/^balance-(rr|xor) needs |^broadcast needs /, 'without a static port channel, or over two switches, the bond\'s address jumps between ports: frames are lost or come twice'],
  [/ is in \S+, /, 'what is started first has it, and the others go without'],
  [/ share a subnet: /, 'answers may leave by the other device, and be dropped on the way'],
]

/** Names that the init script only sorts among the VLANs: what it does with them works. */
const sortedLate = /^the network scripts take (\S+) for a VLAN by its name/

/** What a finding of a network does on a host, more exactly than its rule, where that is known. */
export const inReality = (what: string, severity: Severity, rule: Rule): Otherwise => {
  if (sortedLate.test(what)) return { severity: 'warning', reality: 'the init script starts it late, together with the VLANs' }
  const reality = kinds.find(([pattern]) => pattern.test(what))?.[1]
  // What a switch does cannot be written into a host's files.
  return { ...(reality === undefined ? {} : { reality }), ...(rule.code === 'E18' && severity === 'warning' && / needs /.test(what) ? { fix: rule.fix } : {}) }
}
