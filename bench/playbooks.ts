/** The playbooks of the benchmark, as text: they roll over all hosts at once, as the floor does. */

/** The job of playbooks/oracle-vm-trunk.ts: its network moves to a bonded trunk, which can cut the connection. */
export const cutOverPlaybook = `import { assignAddresses, createBridges, createVlans, definePlaybook, loadBondingModule } from 'fleetnet'
import { removeXendState, restartNetwork, stubXendNetworkScript, writeBonds, writeSlaves } from 'fleetnet'

export default definePlaybook({
  name: 'cut-over',
  rolling: { batches: ['100%'], maxFailures: 0 },
  steps: [loadBondingModule(), writeBonds(), writeSlaves(), createVlans(), createBridges(), assignAddresses(), stubXendNetworkScript({ with: 'network-dummy' }), removeXendState(), restartNetwork()],
})
`

/**
 * The same files, by general steps, and nothing that would make the host use them: it cannot cut the connection. With
 * `trial`, a command that does nothing but counts as one that can: the price of the trial alone, without a network to move.
 */
export const filesPlaybook = (name: string, trial: boolean): string => `import { readFileSync } from 'node:fs'
import { command, definePlaybook, file } from 'fleetnet'

const files = JSON.parse(readFileSync(new URL('./files.json', import.meta.url), 'utf8'))
const wanted = (host, path) => files.hosts[host.name].find((one) => one.path === path)

export default definePlaybook({
  name: '${name}',
  rolling: { batches: ['100%'], maxFailures: 0 },
  steps: [
    ...files.written.map((path) => file({ path, content: (host) => wanted(host, path).content, mode: wanted({ name: files.first }, path).mode })),
    ...files.removed.map((path) => file({ path, absent: true })),
    ${trial ? "command({ run: ['true'] })," : ''}
  ],
})
`
