import type { HostState } from '../model/events.ts'
import type { HostModel, RunModel } from './model.ts'
import { lookStates, hostsIn } from './measures.ts'

/** How the inventory is named on a command line of this run. */
export const inventoryFlag = (model: RunModel): string => `-i ${model.inventory}`

/** Where a host that ended badly stands now, in words. Example: put back, answers on 10.1.1.109 */
export const whereabouts = (host: HostModel): string => {
  switch (host.state) {
    case 'rolled back':
      return `${host.degraded.length > 0 ? `put back, but not ${host.degraded.join(' ')}` : 'put back'}${host.address === '' ? '' : `, answers on ${host.address}`}`
    case 'failed':
    case 'unreachable':
      return host.fault?.what.includes('nothing was changed') === true ? '' : 'nothing was changed'
    default:
      return ''
  }
}

/** Why a host ended badly and where it stands. Example: no LACP partner on bond0 after 45 s; put back, answers on 10.1.1.109 */
export const whyText = (host: HostModel): string => [host.fault?.what ?? '', whereabouts(host)].filter((part) => part !== '').join('; ')

/** Whether a line can be pasted. */
export const isCommand = (line: string): boolean => /^(?:fleetnet|ssh) /.test(line)

/** Hosts that ended badly in the same way for the same reason. */
export interface Cause {
  readonly state: HostState
  readonly what: string
  readonly hosts: readonly HostModel[]
}

const withoutHost = (text: string, host: HostModel): string => {
  const named = text.replaceAll(host.name, 'HOST')
  return host.address === '' ? named : named.replaceAll(host.address, 'ADDRESS')
}

/** To look at, grouped by what happened; host names and addresses inside the reason do not tell two causes apart. Worst first. */
export const causesOf = (model: RunModel): Cause[] => {
  const causes = new Map<string, { state: HostState; what: string; hosts: HostModel[] }>()
  for (const state of lookStates)
    for (const host of hostsIn(model, [state])) {
      const what = host.fault?.what ?? ''
      const key = `${state}\n${withoutHost(what, host)}`
      const cause = causes.get(key)
      if (cause === undefined) causes.set(key, { state, what, hosts: [host] })
      else cause.hosts.push(host)
    }
  return [...causes.values()].map((cause) => (cause.hosts.length === 1 ? cause : { ...cause, what: withoutAddress(cause.what, cause.hosts) }))
}

const withoutAddress = (what: string, hosts: readonly HostModel[]): string => {
  const [first] = hosts
  return first === undefined || first.address === '' ? what : what.replaceAll(`${first.address}:22`, 'port 22').replaceAll(first.address, 'its address')
}

/** The command that sees to what a run left. */
export const resumeCommand = (model: RunModel): string => `fleetnet apply --resume ${model.runId}`

/** Whether a run left hosts that a resumed one would see to. */
export const hasRest = (model: RunModel): boolean =>
  model.command === 'apply' && ['rolled back', 'failed', 'unreachable', 'unknown', 'lost', 'skipped', 'waiting'].some((state) => model.byState[state as HostState].size > 0)
