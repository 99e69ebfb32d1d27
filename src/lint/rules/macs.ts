import { nicFindings } from '../../backends/checkNics.ts'
import { found, type LintFinding, type Rule } from '../finding.ts'
import { configOf, placeOf, type View } from '../subject.ts'
import { deviceRules } from './devices.ts'
import { inFileWords } from './words.ts'

export const macRules = {
  E05: {
    code: 'E05', severity: 'error', what: 'a MAC address that is malformed, multicast or there twice, or that no NIC of the host has',
    reality: 'RHEL 5 renames NICs by it, or gives the device up; 6 and 7 give it up. Either way `network start` ends with 0: the bond is up with fewer slaves, or none',
    fix: 'write the NIC\'s own address like 00:14:5E:C0:FF:EE; `fleetnet facts` shows it', source: 'ifup-eth 5:40-54, 6:45-51, 7:40-46; seen running',
  },
  E06: {
    code: 'E06', severity: 'warning', what: 'MACADDR on a slave, HWADDR on what is no NIC: HWADDR finds a NIC, MACADDR overrides its address',
    reality: 'the NIC is not bound to its address, and the override fights with the address that the bond gives its slaves; HWADDR of a bond, VLAN or bridge makes ifup give it up when the address differs',
    fix: 'on a slave write HWADDR with the NIC\'s own address; on a bond, VLAN or bridge take HWADDR out', source: 'ifup-eth of 5, 6, 7',
  },
} as const satisfies Record<string, Rule>

const wellFormed = /^[0-9A-F]{2}(:[0-9A-F]{2}){5}$/i

/** Whether MAC addresses are what they are taken for. Those of NICs are also held to the rules of every platform. */
export const macFindings = (view: View): LintFinding[] => [
  ...view.configs.flatMap(({ path, kind, values, device }) => {
    const override = values.get('MACADDR')
    const slave = values.get('SLAVE') === 'yes'
    return [
      ...(override !== undefined && slave ? [found(macRules.E06, placeOf(view, path, 'MACADDR'), values.has('HWADDR') ? `slave ${device} has MACADDR beside HWADDR` : `slave ${device} has MACADDR and no HWADDR`,
        { fix: values.has('HWADDR') ? 'take MACADDR out' : `write HWADDR=${wellFormed.test(override) ? override.toUpperCase() : 'MAC'} in its place, if that is the NIC's own address` })] : []),
      ...(override !== undefined && !wellFormed.test(override) ? [found(macRules.E05, placeOf(view, path, 'MACADDR'), `MACADDR=${override} is no MAC address`, { reality: 'the kernel refuses it, and ifup goes on without it', fix: 'write it like 00:16:3E:00:01:00' })] : []),
      ...(values.has('HWADDR') && (kind === 'bond' || kind === 'vlan' || kind === 'bridge') ? [found(macRules.E06, placeOf(view, path, 'HWADDR'), `HWADDR in the file of the ${kind} ${device}`)] : []),
    ]
  }),
  ...(view.facts === undefined ? [] : nicFindings(view.network, view.facts).filter(({ keys }) => !/^bridge$/i.test(configOf(view, keys[1] ?? '')?.values.get('TYPE') ?? '')).map(({ rule, keys, severity, what, next }) => {
    const path = configOf(view, keys[1] ?? '')?.path ?? ''
    return found(rule === 'E05' ? macRules.E05 : deviceRules.E15, placeOf(view, path, 'HWADDR'), what,
      { severity, fix: inFileWords(next), ...(rule === 'E05' ? {} : { reality: 'ifup gives it up: "does not seem to be present"; a bond goes without it' }) })
  })),
]
