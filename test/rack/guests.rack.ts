// Guests' taps that stand in a bridge are in it after a commit and after a rollback.
import test from 'ava'
import { plainAddress } from '../../src/lab/index.ts'
import { networkOf } from './network.ts'
import { openRack, type TestHost, type TestRack } from './rack.ts'
import { timeouts } from './strike.ts'
import { patient } from './whole.ts'

let rack: TestRack

test.before(async (t) => {
  t.timeout(5 * 60_000)
  rack = await openRack({ name: 'guests', hosts: 2, vlans: [50] })
})
test.after.always(async (t) => {
  t.timeout(60_000)
  await rack?.close()
})

const apply = ['apply', '--yes', '-i', 'one', '--format', 'json']

/** The layout, and a tap of a guest in the bridges of two VLANs, as a hypervisor makes them. */
const withGuests = async (host: TestHost): Promise<void> => {
  const laidOut = await host.run(apply, { timeouts: patient })
  if (laidOut.outcome !== 'committed') throw new Error(`${host.name}: ${laidOut.outcome}\n${laidOut.stdout}${laidOut.stderr}`)
  const started = await host.ssh('modprobe tun && for n in 50 100; do ip tuntap add dev tap$n mode tap && ip link set tap$n master vlan$n up || exit 1; done')
  if (started.code !== 0) throw new Error(`${host.name}: no tap can be made: ${started.stdout}`)
}

/** The bridge that each tap is a port of. */
const bridgesOf = async (host: TestHost, address = plainAddress(host.host.address)): Promise<string> =>
  (await host.ssh('for n in 50 100; do echo tap$n $(basename $(readlink /sys/class/net/tap$n/master) 2>/dev/null) $(($(cat /sys/class/net/tap$n/flags) & 1)); done', { address })).stdout

const inTheirBridges = 'tap50 vlan50 1\ntap100 vlan100 1\n'

/** The same network with other options of the bond: everything above it has to be made anew. */
const withOtherBond = (host: TestHost): object => {
  const network = networkOf(rack.rack, host.host, {})
  const slaves = host.host.nics.map((nic) => nic.name)
  return { ...network, bonds: { bond0: { slaves, mode: '802.3ad', miimon: 200, lacpRate: 'fast', xmitHashPolicy: 'layer2+3', switch: { lacp: true, vlans: rack.rack.vlans } } } }
}

test('a commit, then a rollback', async (t) => {
  t.timeout(12 * 60_000)
  await rack.withHost(async (host) => {
    await withGuests(host)
    t.is(await bridgesOf(host), inTheirBridges)
    const committed = await host.run(apply, { timeouts: patient, settings: { network: withOtherBond(host) } })
    t.is(committed.outcome, 'committed', committed.stdout + committed.stderr)
    t.is(await bridgesOf(host), inTheirBridges)
    const back = await host.run(apply, { timeouts, change: { managementVlan: 99 } })
    t.is(back.outcome, 'rolled back', back.stdout + back.stderr)
    t.is(await bridgesOf(host), inTheirBridges)
  })
})

test('a rollback, then a commit', async (t) => {
  t.timeout(12 * 60_000)
  await rack.withHost(async (host) => {
    await withGuests(host)
    const back = await host.run(apply, { timeouts, change: { managementVlan: 99 } })
    t.is(back.outcome, 'rolled back', back.stdout + back.stderr)
    t.is(await bridgesOf(host), inTheirBridges)
    const address = host.host.address.replace(/\.(\d+)\//, (_, last: string) => `.${Number(last) + 50}/`)
    const [plain = ''] = address.split('/')
    const committed = await host.run(apply, { timeouts: patient, change: { address } })
    t.is(committed.outcome, 'committed', committed.stdout + committed.stderr)
    t.true(await host.answers(plain))
    t.is(await bridgesOf(host, plain), inTheirBridges)
  })
})
