import type { Host } from '../model/host.ts'
import { unasked } from './blank.ts'

/** A file of a host's network. */
export interface HostFile {
  readonly path: string
  readonly content: string
  readonly mode: number
  /**
   * The platform has lines of its own in this file (aliases of NIC drivers, the host's name): a host that is there keeps them, and
   * what stands here is added. The others are the backend's alone.
   */
  readonly shared: boolean
}

/**
 * Every file that the backend would write on a host that has none of them yet, by path, from the inventory alone.
 *
 * @throws FleetError or FleetErrors: the release is not declared, or the network breaks a rule.
 */
export const filesOf = (host: Host): HostFile[] => {
  const { facts, backend } = unasked(host)
  const context = { host, facts }
  const whole = backend.render(context, { addresses: true }).map(({ path, content, mode, part }) => ({ path, content, mode, shared: part === 'global' }))
  const bonding = backend.renderBonding(context, () => undefined).map(({ path, content, mode }) => ({ path, content, mode, shared: true }))
  return [...whole, ...bonding].toSorted((left, right) => (left.path < right.path ? -1 : 1))
}

const bits = (mode: number): string => `0${mode.toString(8).padStart(3, '0')}`

/** The files one after the other, each below a line with its host, path and mode. It ends in a newline. */
export const filesText = (hosts: readonly { readonly host: Host; readonly files: readonly HostFile[] }[]): string =>
  hosts.flatMap(({ host, files }) => files.map(({ path, content, mode, shared }) =>
    `==> ${host.name}:${path}  ${bits(mode)}${shared ? '  (added to what the host has there)' : ''}\n${content}${content.endsWith('\n') ? '' : '\n'}`)).join('\n')
