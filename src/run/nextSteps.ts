import type { Host } from '../model/host.ts'
import { quote } from '../model/quote.ts'
import type { RunContext } from './context.ts'

type Where = Pick<RunContext, 'inventory' | 'command' | 'runId'>

const about = (command: string, { inventory }: Where, host: Host): string => `fleetnet ${command} -i ${quote(inventory)} -l ${host.name}`

/** Asks how a host stands. Example: fleetnet status -i prod -l virtual4 */
export const askStatus = (where: Where, host: Host): string => about('status', where, host)

export const planAgain = (where: Where, host: Host): string => about('plan', where, host)

/** The same command for this host alone. */
export const runAgain = (where: Where, host: Host): string => about(where.command, where, host)

/** What is left of a run; a rollback is given again instead. */
export const goOn = ({ command, inventory, runId }: Where): string => (command === 'apply' ? `fleetnet apply --resume ${runId}` : `fleetnet ${command} -i ${quote(inventory)}`)

const switchOf = (host: Host): string[] =>
  Object.values(host.network.bonds).flatMap((bond) => {
    const { name, portChannel, ports = [] } = bond.switch ?? {}
    const where = [name, portChannel].filter((part) => part !== undefined).join(' ')
    return where === '' && ports.length === 0 ? [] : [`${where}${ports.length > 0 ? ` (${ports.join(', ')})` : ''}`.trim()]
  })

/** What to do about a host that went back: where to look, and how to try again. */
export const afterRollback = (where: Where, host: Host, why: string): string[] => {
  const switches = why.includes('LACP partner') ? switchOf(host) : []
  return [...(switches.length > 0 ? [`check LACP on the switch: ${switches.join(', ')}`] : []), `read .fleetnet/runs/${where.runId}/${host.name}.log`, runAgain(where, host)]
}
