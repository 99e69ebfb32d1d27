import type { ServiceFact } from '../model/facts.ts'
import { probeError } from './frame.ts'

/** A block of `systemctl show`: one unit's properties. Blocks are parted by empty lines, which are gone here. */
const blocksOf = (lines: readonly string[]): ReadonlyMap<string, string>[] => {
  const blocks: Map<string, string>[] = []
  for (const line of lines) {
    const equals = line.indexOf('=')
    if (equals === -1) continue
    const key = line.slice(0, equals)
    if (blocks.length === 0 || blocks.at(-1)?.has(key) === true) blocks.push(new Map())
    blocks.at(-1)?.set(key, line.slice(equals + 1))
  }
  return blocks
}

/**
 * Services as files tell them (SysV), and where systemd answered, as it tells them. A unit that systemd makes out of an
 * init script has no enablement of its own there: then the links of runlevel 3 count.
 *
 * @param files lines `PRESENT RUNNING ENABLED NAME`, each yes or no
 * @param units lines `unit UNIT NAME`, then what `systemctl show` printed
 * @throws FleetError of kind probe when systemctl answered for other units than it was asked for
 */
export const readServices = (files: readonly string[], units: readonly string[]): Record<string, ServiceFact> => {
  const services = new Map<string, ServiceFact>()
  for (const line of files) {
    const [, present, running, enabled, name = ''] = /^(yes|no) (yes|no) (yes|no) (\S+)$/.exec(line) ?? []
    if (name !== '') services.set(name, { present: present === 'yes', running: running === 'yes', enabled: enabled === 'yes' })
  }
  const asked = units.flatMap((line) => {
    const [, unit = '', name = ''] = /^unit (\S+) (\S+)$/.exec(line) ?? []
    return name === '' ? [] : [{ unit, name }]
  })
  const blocks = blocksOf(units.filter((line) => !line.startsWith('unit ')))
  if (blocks.length !== asked.length) {
    throw probeError(
      `systemctl was asked about ${asked.length} services and answered about ${blocks.length}`,
      'run `systemctl show sshd` on the host: is systemd well there?',
    )
  }
  asked.forEach(({ unit, name }, index) => {
    // An alias is answered for under another name: then the place in the answer tells.
    const block = blocks.find((own) => own.get('Id') === unit) ?? blocks[index]
    const value = (key: string): string => block?.get(key) ?? ''
    const files = services.get(name)
    const state = value('UnitFileState')
    const enabledByUnit = state.startsWith('enabled') || ['static', 'alias', 'indirect'].includes(state)
    services.set(name, {
      present: value('LoadState') === 'loaded' || value('LoadState') === 'masked',
      running: ['active', 'reloading', 'activating'].includes(value('ActiveState')),
      enabled: ['', 'bad', 'generated', 'invalid'].includes(state) ? (files?.enabled ?? false) : enabledByUnit,
    })
  })
  return Object.fromEntries(services)
}
