import type { Change } from '../model/changes.ts'
import type { Step } from '../model/playbook.ts'
import { checkArguments, checkValue, isBoolean, isEither, isMatch, isOneLine, orFunction } from './arguments.ts'
import { textFile, writeFile } from './fileChange.ts'
import { checkHarmless, harm, type Harmless, harmlessChecks } from './harmless.ts'
import { withLine } from './lines.ts'
import { type Value, valueFor } from './value.ts'

const name = 'sysctl'
/** Read at boot on el5 and el6 by the init scripts, on el7 through /etc/sysctl.d/99-sysctl.conf. */
const configuration = '/etc/sysctl.conf'

/** The kernel answers lists with tabs: `4096	87380	6291456`. */
const normal = (value: string): string => value.trim().replaceAll(/\s+/g, ' ')

/** Lines of sysctl.conf that set the key; both separators are one there (sysctl(8)). */
const sets = (key: string) => {
  const wanted = key.replaceAll('/', '.')
  return (line: string): boolean => {
    const set = /^\s*-?\s*([^\s=#;]+)\s*=/.exec(line)?.[1]
    return set !== undefined && set.replaceAll('/', '.') === wanted
  }
}

export type SysctlArguments = {
  /** Example: vm.swappiness */
  readonly key: string
  readonly value: Value<string | number>
  /** Kept in /etc/sysctl.conf for the next boot. Default: true. */
  readonly persist?: boolean
} & Harmless

/**
 * A kernel setting, now and, unless persist is false, after a boot. `net.*` counts as disruptive unless it is said why not.
 *
 * @throws FleetError of kind playbook: an unknown or wrong argument, disruptive: false without a reason.
 * @example sysctl({ key: 'vm.swappiness', value: 10 })
 */
export const sysctl = (input: SysctlArguments): Step => {
  const isNumber = (value: unknown): string | undefined => (typeof value === 'number' && Number.isFinite(value) ? undefined : 'a number')
  const isValue = isEither(isOneLine, isNumber)
  const checks = { key: isMatch(/^[a-z][A-Za-z0-9_]*(?:[./][A-Za-z0-9_@/:-]+)+$/, 'a key such as vm.swappiness'), value: orFunction(isValue), persist: isBoolean, ...harmlessChecks }
  checkArguments(name, input, checks, ['key', 'value'])
  checkHarmless(name, input)
  const { key, persist = true } = input
  const harmful = key.startsWith('net.') || key.startsWith('net/') || input.disruptive !== undefined
  return {
    name,
    covers: [],
    request: () => ({ sysctls: [key], ...(persist ? { files: [configuration] } : {}) }),
    changes: (context) => {
      const value = valueFor(input.value, context.host)
      checkValue(name, 'value', isValue, value)
      const after = String(value)
      const before = context.facts.sysctls[key]
      const set: Change = { kind: 'sysctl', action: 'set', steps: [name], target: key, ...(before === undefined ? {} : { before }), after, ...(harmful ? harm(input) : { disruptive: false }) }
      const now = persist ? textFile(context, name, configuration) : undefined
      const lines = now?.content.split(/\r?\n/).filter(sets(key)) ?? []
      const kept = lines.length === 1 && normal(lines[0]?.replace(/^[^=]*=/, '') ?? '') === normal(after)
      return [
        ...(persist && !kept ? writeFile(context, name, { path: configuration, content: withLine(now?.content ?? '', `${key} = ${after}`, sets(key)) }) : []),
        ...(before !== undefined && normal(before) === normal(after) ? [] : [set]),
      ]
    },
  }
}
