import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Wanted } from './floor.ts'
import type { BenchHost } from './hosts.ts'
import { cutOverPlaybook, filesPlaybook } from './playbooks.ts'
import type { Sshd } from './sshd.ts'

const slaves = ['eth0', 'eth1']

/** The network that the hosts get: a bond of two NICs, three VLANs, a bridge on each, the address on the third. */
const network = {
  bonds: { bond0: { slaves, mode: '802.3ad', miimon: 100, switch: { portChannel: 'po1', lacp: true, vlans: [50, 51, 100] } } },
  vlans: { 'bond0.50': {}, 'bond0.51': {}, 'bond0.100': {} },
  bridges: { vlan50: { ports: ['bond0.50'] }, vlan51: { ports: ['bond0.51'] }, vlan100: { ports: ['bond0.100'], gateway: '10.1.1.1' } },
}

/** An operator's working folder: playbooks, and two inventories; `files` says nothing of the network. */
export const writeProject = async (folder: string, hosts: readonly BenchHost[], { port, identityFile, knownHosts }: Sshd, user: string): Promise<void> => {
  const common = { platform: { backend: 'ifcfg', release: 'el5', xend: true }, ssh: { port, user, identityFile, identityAgent: 'none', knownHosts } }
  const ovm = {
    ...common,
    playbook: 'cut-over',
    network,
    hosts: Object.fromEntries(
      hosts.map(({ name, listen, address, root, spec }) => [
        name,
        {
          ssh: { host: listen },
          root,
          network: {
            interfaces: Object.fromEntries(spec.nics.map((nic) => [nic.name, { mac: nic.mac }])),
            bridges: { vlan100: { addresses: [`${address}/24`] } },
          },
        },
      ]),
    ),
  }
  const plain = { ...common, playbook: 'files', hosts: Object.fromEntries(hosts.map(({ name, listen, root }) => [name, { ssh: { host: listen }, root }])) }
  await mkdir(join(folder, 'inventory'), { recursive: true })
  await mkdir(join(folder, 'playbooks'), { recursive: true })
  await writeFile(join(folder, 'inventory', 'network.json'), `${JSON.stringify({ groups: { ovm } }, undefined, 1)}\n`)
  await writeFile(join(folder, 'inventory', 'files.json'), `${JSON.stringify({ groups: { plain } }, undefined, 1)}\n`)
  await writeFile(join(folder, 'playbooks', 'cut-over.ts'), cutOverPlaybook)
}

/** The playbooks that write the files without making the host use them. */
export const writeFilesPlaybooks = async (folder: string, wanted: ReadonlyMap<string, Wanted>): Promise<void> => {
  const [first] = wanted
  if (first === undefined) throw new Error('no host')
  const [name, files] = first
  const written = [...files].flatMap(([path, file]) => (file === undefined ? [] : [path]))
  const removed = [...files].flatMap(([path, file]) => (file === undefined ? [path] : []))
  const hosts = Object.fromEntries([...wanted].map(([host, of]) => [host, [...of].flatMap(([path, file]) => (file === undefined ? [] : [{ path, ...file }]))]))
  await writeFile(join(folder, 'playbooks', 'files.json'), `${JSON.stringify({ first: name, written, removed, hosts })}\n`)
  await writeFile(join(folder, 'playbooks', 'files.ts'), filesPlaybook('files', false))
  await writeFile(join(folder, 'playbooks', 'trial.ts'), filesPlaybook('trial', true))
}
