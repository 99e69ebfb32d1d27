// Seed 000's layout on real kernels: from one address on eth0 to a bond in 802.3ad, VLANs, bridges.
import { setTimeout as sleep } from 'node:timers/promises'
import test from 'ava'
import { differing, filesOf, leftovers } from './files.ts'
import { openRack, type TestRack } from './rack.ts'

const platforms = ['debian', 'el5', 'el6'] as const

for (const platform of platforms) {
  test.serial(`${platform}: the same address on a VLAN's bridge; again; a reboot; a new address`, async (t) => {
    t.timeout(15 * 60_000)
    let rack: TestRack | undefined
    try {
      rack = await openRack({ name: 'layout', hosts: 2, platform, vlans: [50, 51] })
      const [same, moved] = rack.hosts
      if (same === undefined || moved === undefined) throw new Error('the rack has two hosts')
      await Promise.all([
        (async () => {
          const before = await filesOf(same)
          const first = await same.run(['apply', '--yes', '-i', 'one', '--format', 'json'])
          t.is(first.outcome, 'committed', first.stdout + first.stderr)
          t.is(first.code, 0)
          t.regex((await same.ssh('cat /proc/net/bonding/bond0')).stdout, /Partner Mac Address: (?!00:00:00:00:00:00)/)
          t.regex(await same.switch('show'), /LACP, partner/)
          t.is(await leftovers(same), '')
          const after = await filesOf(same)
          t.not(differing(before, after).length, 0)

          const second = await same.run(['apply', '--yes', '-i', 'one', '--format', 'json'])
          t.is(second.code, 0, second.stdout)
          t.deepEqual(second.events.filter((event) => event.type === 'host-armed' || (event.type === 'host-state' && event.detail === 'sending the transaction')), [], 'no transaction was sent')
          t.is((await same.run(['plan', '-i', 'one', '--detailed-exitcode'])).code, 0, 'nothing is left to do')
          t.deepEqual(differing(after, await filesOf(same)), [])

          const bootId = async (): Promise<string> => (await same.ssh('cat /proc/sys/kernel/random/boot_id', { seconds: 10 })).stdout.trim()
          const boot = await bootId()
          await same.type('reboot\n')
          for (let look = 0; look < 60 && ['', boot].includes(await bootId()); look++) await sleep(1000)
          t.false(['', boot].includes(await bootId()), 'it was restarted')
          t.true(await same.back(120), 'it comes back from a reboot')
          t.deepEqual(differing(after, await filesOf(same)), [], 'with the new files')
          const verified = await same.run(['verify', '-i', 'one'])
          t.is(verified.code, 0, verified.stdout + verified.stderr)
        })(),
        (async () => {
          const address = moved.host.address.replace(/\.(\d+)\//, (_, last: string) => `.${Number(last) + 50}/`)
          const [plain = ''] = address.split('/')
          const ended = await moved.run(['apply', '--yes', '-i', 'one', '--format', 'json'], { change: { address } })
          t.is(ended.outcome, 'committed', ended.stdout + ended.stderr)
          t.true(await moved.answers(plain))
          t.false(await moved.answers(), 'the old address is gone')
          t.is(await leftovers(moved, plain), '')
        })(),
      ])
    } finally {
      await rack?.close()
    }
  })
}
