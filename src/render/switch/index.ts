import { FleetError } from '../../model/errors.ts'
import type { Host } from '../../model/host.ts'
import { eos } from './arista.ts'
import { ios } from './cisco.ts'
import { switchesOf } from './collect.ts'
import { junos } from './juniper.ts'
import { linux } from './linux.ts'
import type { Dialect } from './model.ts'

const dialects = { ios, eos, junos, linux } as const satisfies Readonly<Record<string, Dialect>>
export type DialectName = keyof typeof dialects

const isDialect = (name: string): name is DialectName => Object.hasOwn(dialects, name)

/**
 * The switches' side of hosts' networks, for the ports that the inventory names, switch by switch. It ends in a newline.
 *
 * @throws FleetError or FleetErrors: no such dialect, a bond without switch ports
 * @example renderSwitch(hosts, 'ios')
 */
export const renderSwitch = (hosts: readonly Host[], dialect: string): string => {
  if (!isDialect(dialect))
    throw new FleetError({ kind: 'usage', what: `there is no dialect ${JSON.stringify(dialect)}`, next: [`use one of ${Object.keys(dialects).join(', ')}: --dialect ios`] })
  return switchesOf(hosts).map((one) => `${dialects[dialect](one).join('\n')}\n`).join('\n')
}
