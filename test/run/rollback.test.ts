import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import test from 'ava'
import { openFleet, outcomesOf, startApply, trunkHost } from './harness.ts'

const scripts = async (root: string): Promise<Record<string, string>> => {
  const folder = join(root, 'etc/sysconfig/network-scripts')
  return Object.fromEntries(await Promise.all((await readdir(folder)).toSorted().map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)))
}

test('a rollback puts the last committed change back, files and network, and is itself undone by another apply', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1)])
  const root = fleet.hosts[0]?.root ?? ''
  const before = await scripts(root)
  t.deepEqual(outcomesOf(await (await startApply(fleet)).result), { h1: 'committed' })
  t.notDeepEqual(await scripts(root), before)
  t.deepEqual(outcomesOf(await (await startApply(fleet, { rollback: true })).result), { h1: 'committed' })
  t.deepEqual(await scripts(root), before)
  const eth1 = Number(await readFile(join(root, 'sys/class/net/eth1/flags'), 'utf8'))
  t.is(eth1 & 1, 0, 'a NIC that was down is down again')
  t.deepEqual(outcomesOf(await (await startApply(fleet)).result), { h1: 'committed' })
})
