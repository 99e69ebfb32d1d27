import test from 'ava'
import fc from 'fast-check'
import { backendFor } from '../../src/backends/index.ts'
import type { Facts, Release } from '../../src/model/facts.ts'
import type { Network } from '../../src/model/network.ts'
import { planHost } from '../../src/plan/index.ts'
import { definePlaybook } from '../../src/playbook/index.ts'
import {
  assignAddresses, createBridges, createVlans, loadBondingModule, removeXendState, restartNetwork, stubXendNetworkScript, writeBonds, writeInterfaces, writeSlaves,
} from '../../src/steps/index.ts'
import { bareFacts, fileFact, hostWith, linkFact } from '../backends/facts.ts'
import { networks } from '../backends/networks.ts'
import { afterPlan } from './simulate.ts'

const steps = [
  loadBondingModule(), writeBonds(), writeSlaves(), writeInterfaces(), createVlans(), createBridges(), assignAddresses(),
  stubXendNetworkScript({ with: 'network-dummy' }), removeXendState(), restartNetwork(),
]

/** A host with the NICs that the network names, and files of the network that it had before. */
const hostFacts = (release: Release, network: Network, before: Network): Facts => {
  const links = Object.entries(network.interfaces).map(([name, { mac = '' }]) => linkFact(name, { mac }))
  const bare = bareFacts(release, { links, xend: true, files: {
    '/etc/xen/xend-config.sxp': fileFact('/etc/xen/xend-config.sxp', '(network-script network-bridge)\n'),
    '/var/lib/xend/state/network.xml': fileFact('/var/lib/xend/state/network.xml', '<networks><network name_label="xenbr0"/></networks>'),
  } })
  const files = backendFor(bare)?.render({ host: hostWith(before), facts: bare }, { addresses: true }) ?? []
  return { ...bare, files: { ...bare.files, ...Object.fromEntries(files.map(({ path, content }) => [path, fileFact(path, content)])) } }
}

for (const release of ['el5', 'el6', 'el7'] as const) {
  test(`${release}: from any network to any other, applied once, nothing is left to do; the order of the steps does not matter`, (t) => {
    fc.assert(fc.property(networks(release), networks(release), fc.shuffledSubarray(steps, { minLength: steps.length }), (network, before, shuffled) => {
      const host = hostWith(network)
      const facts = hostFacts(release, network, before)
      const playbook = definePlaybook({ name: 'all', steps })
      const plan = planHost({ host, playbook, facts, strict: false })
      const byTarget = (changes: typeof plan.changes): unknown => changes.map((change) => [change.target, change.kind === 'file' ? change.after : change.kind]).toSorted((left, right) => String(left[0]).localeCompare(String(right[0])))
      t.deepEqual(byTarget(planHost({ host, playbook: definePlaybook({ name: 'all', steps: shuffled }), facts, strict: false }).changes), byTarget(plan.changes))
      t.deepEqual(planHost({ host, playbook, facts: afterPlan(facts, plan, network), strict: false }).changes, [])
    }), { numRuns: 40 })
  })
}
