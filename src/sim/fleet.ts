import { appendFile, mkdir, realpath, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FleetError } from '../model/errors.ts'
import { startHost } from './host.ts'
import type { SimulatedHost } from './simulatedHost.ts'
import { installPlainTools } from './tools.ts'
import { newKeyPair, writeIdentity } from './keys.ts'
import type { FleetOptions, SimulatedReach } from './spec.ts'

/** Simulated hosts, each behind a real SSH server on loopback. */
export interface SimulatedFleet {
  readonly folder: string
  readonly hosts: readonly SimulatedHost[]
  /** The private key that logs in, and the known_hosts file that holds every host's key. */
  readonly identityFile: string
  readonly knownHosts: string
  /** @throws RangeError when there is no such host. */
  host(name: string): SimulatedHost
  /** By host name: what an inventory has to say to reach the simulated hosts. */
  inventoryOverrides(): Readonly<Record<string, SimulatedReach>>
  /** Kills every process of its hosts and closes their servers. The trees stay, unless they are to be removed. */
  stop(options?: { readonly remove?: boolean }): Promise<void>
}

/**
 * Starts simulated hosts: directory trees in which probe and transaction scripts run under the machine's own sh, with
 * stand-ins for network tools. Linux only; needs no root, and never touches the machine's network.
 *
 * @throws FleetError on another system, or a folder whose path a host's root cannot have.
 * @example
 * const fleet = await startFleet({ folder, hosts: [{ name: 'virtual4', release: 'el5', nics: [{ name: 'eth0', mac: '00:14:5E:C0:04:00' }],
 *   address: '10.1.1.104/24', gateway: '10.1.1.1' }] })
 * fleet.host('virtual4').port
 */
export const startFleet = async (options: FleetOptions): Promise<SimulatedFleet> => {
  if (process.platform !== 'linux')
    throw new FleetError({
      kind: 'usage',
      what: `simulated hosts need Linux, this is ${process.platform}`,
      next: ['run this on a Linux machine, in a container or a virtual machine'],
    })
  await mkdir(options.folder, { recursive: true })
  const folder = await realpath(options.folder)
  if (!/^(\/[A-Za-z0-9._+-]+)+$/.test(folder))
    throw new FleetError({ kind: 'usage', what: `simulated hosts cannot live in ${folder}`, next: ['choose a folder whose path has only letters, digits and . _ + -'] })
  const pair = options.authorizedKey === undefined ? newKeyPair() : undefined
  const identityFile = pair === undefined ? (options.identityFile ?? '') : await writeIdentity(folder, pair)
  const knownHosts = join(folder, 'known_hosts')
  const plainTools = join(folder, 'plain-tools')
  await installPlainTools(plainTools)
  await writeFile(knownHosts, '')
  const settings = { folder, authorizedKey: options.authorizedKey ?? pair?.publicKey ?? '', identityFile, knownHosts, plainTools, options }
  const started = await Promise.allSettled(options.hosts.map((spec) => startHost(spec, settings)))
  const hosts = started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  const failed = started.find((result) => result.status === 'rejected')
  if (failed !== undefined) {
    await Promise.all(hosts.map((host) => host.stop()))
    throw failed.reason
  }
  for (const host of hosts) await appendFile(knownHosts, host.knownHosts.map((line) => `${line}\n`).join(''))
  return {
    folder,
    hosts,
    identityFile,
    knownHosts,
    host: (name) => {
      const found = hosts.find((host) => host.name === name)
      if (found === undefined) throw new RangeError(`no simulated host ${name}; there are ${hosts.map((host) => host.name).join(', ')}`)
      return found
    },
    inventoryOverrides: () => Object.fromEntries(hosts.map((host) => [host.name, host.reach])),
    stop: async ({ remove = false } = {}) => {
      await Promise.all(hosts.map((host) => host.stop()))
      if (remove) await rm(folder, { recursive: true, force: true })
    },
  }
}
