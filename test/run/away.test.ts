// How long hosts were away, measured on simulated ones, whose SSH servers are asked once a second.
import test, { type ExecutionContext } from 'ava'
import type { Transport } from '../../src/model/connection.ts'
import type { RunEvent } from '../../src/model/events.ts'
import { completeNetwork } from '../../src/model/network.ts'
import { openFleet, startApply, type TestFleet, trunkHost } from './harness.ts'

const latch = (): { readonly opened: Promise<void>; open(): void } => {
  let open = (): void => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}

/** The end of one host, and seconds on our own clock: from the event that its cut-over begins to its end. */
const applyOne = async (t: ExecutionContext, fleet: TestFleet, onEvent: (event: RunEvent) => void = () => undefined, transport = fleet.transport) => {
  let cutAt = 0
  const { result, events } = await startApply(fleet, {
    transport,
    onEvent: (event) => {
      if (event.type === 'host-state' && event.state === 'cutting over') cutAt ||= performance.now()
      onEvent(event)
    },
  })
  const { exitCode } = await result
  const finished = events.find((event) => event.type === 'host-finished')
  if (finished?.type !== 'host-finished') return t.fail('no end') as never
  const last = events.find((event) => event.type === 'run-finished')
  return { finished, last, exitCode, events, seconds: (performance.now() - cutAt) / 1000 }
}

test('a host that is cut off and comes back: away as long as it was, give or take what is said', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1)], { timeouts: { cutOver: 60, confirm: 60 } })
  const host = fleet.fleet.host('h1')
  let [down, up, connections] = [0, 0, 0]
  let silent = false
  const isSilent = latch()
  const look = (): void => {
    if (down > 0 && silent) isSilent.open()
  }
  // Before the first connection that would verify, the link goes down, until that is noticed and for a while longer.
  const transport: Transport = {
    ...fleet.transport,
    connect: async (...given) => {
      connections += 1
      if (connections === 2) {
        await host.setSwitch({ up: false })
        down = performance.now()
        look()
        await isSilent.opened
        await new Promise((resolve) => setTimeout(resolve, 1_500))
        up = performance.now()
        await host.setSwitch({ up: true })
      }
      return fleet.transport.connect(...given)
    },
  }
  const { finished, last, events, seconds } = await applyOne(t, fleet, (event) => {
    if (event.type !== 'host-away') return
    silent = event.away
    look()
  }, transport)
  t.is(finished.outcome, 'committed')
  const { awaySeconds = 0, awayPlusMinus = 0 } = finished
  t.true(down > 0 && up > down)
  t.true(awaySeconds + awayPlusMinus >= (up - down) / 1000, `${awaySeconds} +- ${awayPlusMinus}, down for ${(up - down) / 1000}`)
  t.true(awaySeconds - awayPlusMinus <= seconds)
  t.true(awayPlusMinus > 0)
  const changes = events.flatMap((event) => (event.type === 'host-away' ? [event.away] : []))
  t.deepEqual([changes[0], changes.at(-1)], [true, false])
  t.deepEqual(last?.type === 'run-finished' ? [last.away?.max, last.away?.maxHost, last.recovery] : [], [awaySeconds, 'h1', undefined])
  t.is(finished.recoverySeconds, undefined)
})

test('a host that goes back: how long it took from its first silence, and from the cut-over on', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1, { faults: [{ type: 'cut-off-after-cut-over' }] })], { timeouts: { cutOver: 8, confirm: 4 } })
  const { finished, last, seconds } = await applyOne(t, fleet)
  t.is(finished.outcome, 'rolled back')
  const { recoverySeconds = 0, recoveryPlusMinus = 0, recoverySinceCutOver = 0 } = finished
  // It waits out its second deadline first, for nobody can reach it.
  t.true(recoverySeconds + recoveryPlusMinus >= 4, `${recoverySeconds} +- ${recoveryPlusMinus}`)
  t.true(recoverySeconds - recoveryPlusMinus <= seconds)
  t.true(recoverySinceCutOver + recoveryPlusMinus + 0.1 >= recoverySeconds - recoveryPlusMinus && recoverySinceCutOver <= seconds + 1, `${recoverySinceCutOver} of ${seconds}`)
  t.is(last?.type === 'run-finished' ? last.recovery?.maxHost : '', 'h1')
})

test('a committed change of the address is measured from the old one to the new one', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1, { later: [{ listen: '127.0.0.21', address: '10.1.1.201' }] })], { timeouts: { cutOver: 30, confirm: 30 } })
  const [host] = fleet.hosts
  if (host === undefined) return t.fail('no host')
  const network = completeNetwork({ ...host.network, bridges: { ...host.network.bridges, vlan100: { ports: ['bond0.100'], gateway: '10.1.1.1', addresses: ['10.1.1.201/24'] } } })
  const { finished, seconds } = await applyOne(t, { ...fleet, hosts: [{ ...host, network }] })
  t.is(finished.outcome, 'committed', JSON.stringify(finished))
  t.is(finished.address, '127.0.0.21')
  t.true((finished.awaySeconds ?? 99) - (finished.awayPlusMinus ?? 0) <= seconds)
  t.false(fleet.fleet.host('h1').reachable('10.1.1.101'))
})

test('a change that cannot cut the connection has no figure', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1)])
  const [host] = fleet.hosts
  if (host === undefined) return t.fail('no host')
  const { finished, last } = await applyOne(t, fleet)
  t.is(finished.outcome, 'committed')
  const again = await applyOne(t, fleet)
  t.is(again.finished.outcome, 'unchanged')
  t.is(again.finished.awaySeconds, undefined)
  t.is(again.last?.type === 'run-finished' ? again.last.away : 'none', undefined)
  t.not(last?.type === 'run-finished' ? last.away : undefined, undefined)
})
