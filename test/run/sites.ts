// The sites whose playbook, inventory and story come with fleetnet, as simulated hosts. A host's folder below
// test/fixtures/sites/SITE holds `before/`, files that a fresh host of the simulator has otherwise, and `after/`, every
// network file that it has once the playbook was applied.
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ExecutionContext } from 'ava'
import { loadInventory } from '../../src/inventory/index.ts'
import { isRedHat } from '../../src/model/facts.ts'
import type { Host } from '../../src/model/host.ts'
import { loadPlaybook } from '../../src/playbook/index.ts'
import type { SimulatedHostSpec } from '../../src/sim/index.ts'
import { openFleet, type TestFleet } from './harness.ts'

export const siteNames = ['oracle-vm-trunk', 'xen-bond-vlan', 'xen-bond-bridge', 'kvm-bond-bridge'] as const
export type SiteName = (typeof siteNames)[number]

const repository = fileURLToPath(new URL('../..', import.meta.url))
export const siteFolder = (site: SiteName): string => join(repository, 'test/fixtures/sites', site)

/** What a site's playbook may write, or remove. */
const written = ['etc/sysconfig/network', 'etc/sysconfig/network-scripts/*', 'etc/modprobe.conf', 'etc/modprobe.d/*', 'etc/sysctl.conf', 'etc/xen/**/*', 'sbin/ifup-local', 'var/lib/xend/state/*']

/** Files below a folder, by path. */
export const filesBelow = (folder: string, patterns: readonly string[] = written): Record<string, string> =>
  !existsSync(folder) ? {} : Object.fromEntries(patterns.flatMap((pattern) => globSync(pattern, { cwd: folder })).toSorted()
    .filter((path) => statSync(join(folder, path)).isFile()).map((path) => [`/${path}`, readFileSync(join(folder, path), 'utf8')]))

const specOf = (site: SiteName, { name, platform, network, ssh }: Host): SimulatedHostSpec => {
  if (!isRedHat(platform.release)) throw new Error(`${site} ${name}: the inventory declares no release of RHEL`)
  const gateway = ssh.host.replace(/\d+$/, '1')
  const leased = Object.values({ ...network.bonds, ...network.bridges }).some(({ dhcp }) => dhcp === true)
  return {
    name, release: platform.release, address: `${ssh.host}/24`, xend: platform.xend ?? false,
    nics: Object.entries(network.interfaces).filter(([nic]) => /^eth\d/.test(nic)).map(([nic, { mac = '' }]) => ({ name: nic, mac })),
    gateway,
    ...(leased ? { dhcp: { address: `${ssh.host}/24`, gateway } } : {}),
    files: filesBelow(join(siteFolder(site), name, 'before'), ['**/*']),
  }
}

/** A site's sample inventory, as it stands, with its hosts simulated and reached there. */
export const openSite = async (t: Pick<ExecutionContext, 'teardown'>, site: SiteName): Promise<TestFleet> => {
  const inventory = await loadInventory(join(repository, 'inventory', `${site}.yaml`), { cwd: repository })
  const fleet = await openFleet(t, inventory.hosts.map((host) => specOf(site, host)), { timeouts: { cutOver: 120, confirm: 120 } })
  const playbook = await loadPlaybook(site, { cwd: repository })
  const hosts = inventory.hosts.map((host, index): Host => {
    const simulated = fleet.hosts[index]
    if (simulated === undefined || host.playbook !== site) throw new Error(`${site} ${host.name}: the inventory names ${host.playbook ?? 'no playbook'}`)
    return { ...host, ssh: { ...simulated.ssh, connectTimeout: 60 }, root: simulated.root, timeouts: simulated.timeouts }
  })
  return { ...fleet, hosts, playbook }
}
