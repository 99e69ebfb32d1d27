import { readdirSync, readFileSync } from 'node:fs'
import { copyFile, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RedHatRelease } from '../../src/model/facts.ts'
import { type SimulatedHost, startFleet } from '../../src/sim/index.ts'
import { virtual4 } from './helpers.ts'

export const casesFolder = fileURLToPath(new URL('../fixtures/simulated-network', import.meta.url))
export const caseNames = (): string[] => readdirSync(casesFolder).toSorted()

const releases: readonly RedHatRelease[] = ['el5', 'el6', 'el7']
const releaseOf = (name: string): RedHatRelease => {
  const text = readFileSync(join(casesFolder, name, 'release'), 'utf8').trim()
  const release = releases.find((known) => known === text)
  if (release === undefined) throw new Error(`${name}/release says ${text}`)
  return release
}

const targets: Readonly<Record<string, string>> = { network: 'etc/sysconfig/network', 'modprobe.conf': 'etc/modprobe.conf' }
const targetOf = (file: string): string | undefined => targets[file] ?? (file.startsWith('ifcfg-') ? `etc/sysconfig/network-scripts/${file}` : undefined)

/** The running network in lines: devices, bonds, bridges, routes, what answers. */
export const describeNetwork = async (host: SimulatedHost): Promise<string> => {
  const { devices, routes, reachable } = host.state()
  const lines = Object.entries(devices).map(([name, { kind, up, carrier, mac, master, addresses }]) =>
    [name, kind, up ? 'up' : 'down', carrier ? 'carrier' : 'no-carrier', mac, master === undefined ? '' : `in ${master}`, ...addresses].filter((word) => word !== '').join(' '),
  )
  const { output } = await host.run(
    `cd ${host.root}; for file in sys/class/net/*/bridge/stp_state sys/class/net/*/bridge/forward_delay proc/net/vlan/config proc/net/bonding/*; do [ -f "$file" ] && { echo "== /$file"; cat "$file"; }; done`,
  )
  return [...lines.toSorted(), ...routes.map((route) => `route ${route}`), ...reachable.map(({ address, device }) => `answers ${address} ${device}`), output.trimEnd(), ''].join('\n')
}

export interface CaseResult {
  readonly name: string
  /** What `service network start` said, and what it came to. */
  readonly text: string
  /** What it came to, what came of a restart, and of a boot from the same files. */
  readonly started: string
  readonly again: string
  readonly booted: string
}

/** Runs all cases, each on a host of its own. */
export const runCases = async (): Promise<CaseResult[]> => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'fleetnet-cases-')))
  const names = caseNames()
  const fleet = await startFleet({ folder, minute: 3_600_000, hosts: names.map((name) => ({ ...virtual4, name, release: releaseOf(name) })) })
  try {
    return await Promise.all(
      names.map(async (name) => {
        const host = fleet.host(name)
        await host.run('service network stop')
        await host.run(`rm -f ${host.root}/etc/sysconfig/network-scripts/ifcfg-eth*`)
        for (const file of readdirSync(join(casesFolder, name))) {
          const target = targetOf(file)
          if (target !== undefined) await copyFile(join(casesFolder, name, file), join(host.root, target))
        }
        const { output } = await host.run('service network start 2>&1')
        const said = output.replaceAll(host.root, '')
        const network = await describeNetwork(host)
        await host.run('service network restart')
        const again = await describeNetwork(host)
        await host.reboot()
        return { name, text: `${said}== network\n${network}`, started: network, again, booted: await describeNetwork(host) }
      }),
    )
  } finally {
    await fleet.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
