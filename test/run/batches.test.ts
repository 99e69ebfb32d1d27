import test from 'ava'
import fc from 'fast-check'
import type { Host } from '../../src/model/host.ts'
import { completeNetwork } from '../../src/model/network.ts'
import { carriers, failureBudget, planBatches } from '../../src/run/batches.ts'
import { hostNamed as host } from './hosts.ts'

const many = (count: number): Host[] => Array.from({ length: count }, (_, index) => host(`h${index}`))
const sizes = (hosts: Host[], batches: (number | `${number}%`)[]): number[] => planBatches(hosts, { batches }).map((batch) => batch.length)

test('batches are 1, then 10%, then the rest', (t) => {
  t.deepEqual(sizes(many(25), [1, '10%', '100%']), [1, 2, 22])
  t.deepEqual(sizes(many(1), [1, '10%', '100%']), [1])
  t.deepEqual(sizes(many(3), ['10%']), [1, 1, 1])
})

test('the last size repeats', (t) => {
  t.deepEqual(sizes(many(7), [1, 3]), [1, 3, 3])
})

test('hosts of one redundancy group are never in one batch', (t) => {
  const hosts = [host('a', { group: 'pool1' }), host('b', { group: 'pool1' }), host('c'), host('d', { group: 'pool2' })]
  t.deepEqual(planBatches(hosts, { batches: ['100%'] }), [['a', 'c', 'd'], ['b']])
})

test('a gateway of others, and who carries the controller, go alone and last', (t) => {
  const network = (address: string, gateway?: string) => completeNetwork({ interfaces: { eth0: { addresses: [address], ...(gateway === undefined ? {} : { gateway }) } } })
  const hosts = [
    host('router', { network: network('10.1.1.1/24') }),
    host('mine', { acknowledge: ['controller-host'] }),
    host('a', { network: network('10.1.1.2/24', '10.1.1.1') }),
    host('b', { network: network('10.1.1.3/24', '10.1.1.1') }),
  ]
  t.deepEqual([...carriers(hosts)], ['router', 'mine'])
  t.deepEqual(planBatches(hosts, { batches: ['100%'] }), [['a', 'b'], ['router'], ['mine']])
})

test('everybody has exactly one turn, whatever the sizes and groups', (t) => {
  const size = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 100 }).map((share): `${number}%` => `${share}%`))
  fc.assert(
    fc.property(fc.array(fc.option(fc.constantFrom('p', 'q', 'r'), { nil: undefined }), { maxLength: 40 }), fc.array(size, { minLength: 1, maxLength: 4 }), (groups, batches) => {
      const hosts = groups.map((group, index) => host(`h${index}`, { group }))
      const planned = planBatches(hosts, { batches })
      t.deepEqual(planned.flat().toSorted(), hosts.map(({ name }) => name).toSorted())
      for (const batch of planned) {
        const inGroups = batch.flatMap((name) => hosts.find((one) => one.name === name)?.group ?? [])
        t.is(new Set(inGroups).size, inGroups.length)
      }
    }),
  )
})

test('a failure budget is a number or a share, rounded down', (t) => {
  t.is(failureBudget(2, 100), 2)
  t.is(failureBudget('10%', 25), 2)
  t.is(failureBudget('10%', 9), 0)
})
