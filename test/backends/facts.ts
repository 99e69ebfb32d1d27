import type { Facts, FileFact, LinkFact, Release } from '../../src/model/facts.ts'
import type { Host } from '../../src/model/host.ts'
import type { Network } from '../../src/model/network.ts'

export const fileFact = (path: string, content: string, mode = 0o644): FileFact => ({ path, content, mode, binary: false, uid: 0, gid: 0, links: 1 })

/** Facts of a host with nothing but its release. */
export const bareFacts = (release: Release, changes: Partial<Facts> = {}): Facts => ({
  hostname: 'virtual4', kernel: '2.6.18-398.el5xen', bootId: 'b', uptime: 1000, release, releaseText: release, uid: 0, init: 'sysv', cron: true, xend: false,
  networkManager: false, session: undefined, links: [], bonds: [], bridges: [], vlans: [], routes: [], files: {}, modules: [], sysctls: {}, services: {}, guards: {},
  networkMounts: [], clusterManagers: [], configurationOwners: [], unwritable: undefined, pending: undefined, history: [], digest: 'd', ...changes,
})

export const linkFact = (name: string, changes: Partial<LinkFact> = {}): LinkFact => ({
  name, kind: 'physical', mac: '00:14:5E:C0:FF:EE', mtu: 1500, up: true, carrier: true, addresses: [], receivedPackets: 1, ...changes,
})

export const hostWith = (network: Network, changes: Partial<Host> = {}): Host => ({
  name: 'virtual4', groups: ['ovm'], ssh: { host: '10.1.1.101', port: 22, user: 'root', connectTimeout: 10, keepalive: 5, become: false }, platform: {},
  playbook: undefined, network, group: undefined, acknowledge: [], vars: {}, root: '', timeouts: {}, position: { file: 'inventory/prod.yaml', line: 1 }, ...changes,
})
