import test from 'ava'
import fc from 'fast-check'
import { completeNetwork, type NetworkDocument } from '../../src/model/network.ts'
import { timeoutsFor } from '../../src/plan/timeouts.ts'

const of = (network: NetworkDocument, timeouts = {}): readonly number[] => {
  const { cutOver, confirm, settle } = timeoutsFor({ timeouts }, completeNetwork(network))
  return [cutOver, confirm, settle]
}
const bond = (options: object): NetworkDocument => ({ bonds: { bond0: { slaves: ['eth0'], ...options } } })

test('the formula: slowest bond and slowest bridge, and time to decide', (t) => {
  t.deepEqual(of({}), [120, 60, 15])
  t.deepEqual(of(bond({ mode: 'active-backup' })), [120, 60, 15])
  t.deepEqual(of(bond({ mode: '802.3ad' })), [120, 135, 90], 'slow is the driver’s own rate')
  t.deepEqual(of(bond({ mode: '802.3ad', lacpRate: 'fast' })), [120, 60, 15])
  t.deepEqual(of(bond({ mode: 'active-backup', updelay: 31_000 })), [120, 76, 31])
  t.deepEqual(of({ bridges: { br0: { stp: true } } }), [120, 75, 30])
  t.deepEqual(of({ bridges: { br0: { stp: true, forwardDelay: 4 }, br1: { forwardDelay: 20 } } }), [120, 65, 20])
  t.deepEqual(of({ ...bond({ mode: '802.3ad', updelay: 1500 }), bridges: { br0: { stp: true } } }), [120, 167, 122])
})

test('the cut-over has the time that its commands need', (t) => {
  const words = (verb: string, names: readonly string[]) => names.map((name) => ({ words: [verb, name], timeout: 30, mayFail: true }))
  const cutOver = (document: NetworkDocument, up: readonly string[], down: readonly string[] = [], timeouts = {}): number => timeoutsFor({ timeouts }, completeNetwork(document), [{
    kind: 'activate', action: 'restart', steps: [], target: 'network', disruptive: true,
    activation: { down: words('ifdown', down), up: words('ifup', up), undoDown: [], undoUp: [], newDevices: [], touchedDevices: [] },
  }]).cutOver
  const names = Array.from({ length: 40 }, (_, index) => `br${index}`)
  const bridges = (bridge: object): NetworkDocument => ({ bridges: Object.fromEntries(names.map((name) => [name, bridge])) })
  t.is(cutOver(bridges({}), names), 120, '40 * 1.5 fits')
  t.is(cutOver(bridges({}), names, names), 150)
  t.is(cutOver(bridges({ stp: true }), names.slice(0, 4)), 30 + 4 * 37)
  t.is(cutOver(bridges({ stp: true, forwardDelay: 4 }), names), 30 + 40 * 15)
  t.is(cutOver(bridges({ stp: true }), []), 120, 'what does not come up is not waited for')
  t.is(cutOver(bridges({ addresses: ['10.0.0.1/24', '10.0.1.1/24', '2001:db8::1/64'] }), names), 30 + 40 * 8)
  t.is(cutOver(bridges({ dhcp: true }), names.slice(0, 2)), 150)
  t.is(cutOver(bridges({ dhcp: true }), names, [], { cutOver: 20 }), 20)
  const slaves = Array.from({ length: 8 }, (_, index) => `eth${index}`)
  t.is(cutOver({ ...bridges({}), bonds: { bond0: { slaves: ['eth0', ...slaves.slice(1)] } } }, ['bond0', ...names], names.slice(0, 11)), Math.ceil(30 + 1.5 * (1 + 8 + 40 + 11)))
})

test('what the inventory says replaces it, and leaves time to decide', (t) => {
  t.deepEqual(of(bond({ mode: '802.3ad' }), { cutOver: 20, confirm: 30 }), [20, 30, 20])
  t.deepEqual(of({}, { confirm: 300 }), [120, 300, 15])
})

test('settle always ends before the confirm has to come', (t) => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 60_000 }), (confirm, updelay) => {
    const [, limit = 0, settle = 0] = of(bond({ mode: '802.3ad', updelay }), { confirm })
    t.true(settle < limit)
    const [, computed = 0, slow = 0] = of(bond({ mode: '802.3ad', updelay }))
    t.true(slow + 30 <= computed)
  }))
})
