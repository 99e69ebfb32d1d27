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
