import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import test from 'ava'
import { openFleet, outcomesOf, startApply, trunkHost, wrapTransport } from './harness.ts'

const bond = (root: string): Promise<string> => readFile(join(root, 'etc/sysconfig/network-scripts/ifcfg-bond0'), 'utf8')

test('a host is committed, keeps it over a reboot, and a second apply finds nothing to do', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1)])
  const first = await (await startApply(fleet)).result
  t.deepEqual(outcomesOf(first), { h1: 'committed' })
  t.is(first.exitCode, 0)
  await fleet.fleet.host('h1').reboot()
  const second = await (await startApply(fleet)).result
  t.deepEqual(outcomesOf(second), { h1: 'unchanged' })
})

test('a host that the switch cuts off puts itself back, answers as before, and does so after a reboot', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1, { switch: { lacp: false } }), trunkHost(2)])
  const { result, events } = await startApply(fleet)
  t.deepEqual(outcomesOf(await result), { h1: 'rolled back', h2: 'committed' })
  t.is((await result).exitCode, 3)
  const end = events.find((event) => event.type === 'host-finished' && event.host === 'h1')
  t.true(end?.type === 'host-finished' && end.fault !== undefined && end.fault.next.length > 0)
  t.regex(end?.type === 'host-finished' ? (end.fault?.what ?? '') : '', /no LACP partner on bond0/)
  await t.throwsAsync(bond(fleet.hosts[0]?.root ?? ''), { code: 'ENOENT' })
  await fleet.fleet.host('h1').reboot()
  t.true(fleet.fleet.host('h1').reachable())
  t.is(await fleet.fleet.host('h1').processCount(), 0)
})

test('more failures than are tolerated halt the run before the next batch; the rest is skipped, untouched', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1, { switch: { lacp: false } }), trunkHost(2), trunkHost(3)])
  const { result, events } = await startApply(fleet, { rolling: { batches: [1], maxFailures: 0 } })
  t.deepEqual(outcomesOf(await result), { h1: 'rolled back', h2: 'skipped', h3: 'skipped' })
  t.is((await result).exitCode, 3)
  t.is(events.filter((event) => event.type === 'run-halted').length, 1)
  await t.throwsAsync(bond(fleet.hosts[1]?.root ?? ''), { code: 'ENOENT' })
})

test('a host that changed between its probe and its transaction is refused, untouched', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1)])
  const file = join(fleet.hosts[0]?.root ?? '', 'etc/sysconfig/network')
  const transport = wrapTransport(fleet.transport, (connection) => {
    let execs = 0
    return {
      ...connection,
      exec: (request) => {
        execs += 1
        if (execs !== 2) return connection.exec(request)
        const changed = writeFile(file, 'NETWORKING=yes\nHOSTNAME=other\n')
        const execution = changed.then(() => connection.exec(request))
        return { result: execution.then(({ result }) => result), output: () => Buffer.alloc(0), write: () => undefined, endInput: () => undefined, abort: () => undefined }
      },
    }
  })
  const { result, events } = await startApply(fleet, { transport })
  t.deepEqual(outcomesOf(await result), { h1: 'failed' })
  const end = events.find((event) => event.type === 'host-finished')
  t.is(end?.type === 'host-finished' ? end.fault?.kind : undefined, 'drift')
  await t.throwsAsync(bond(fleet.hosts[0]?.root ?? ''), { code: 'ENOENT' })
})

test('a host that is down is unreachable, and nothing else is held up', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1, { faults: [{ type: 'refuse' }] }), trunkHost(2)])
  const { result } = await startApply(fleet)
  t.deepEqual(outcomesOf(await result), { h1: 'unreachable', h2: 'committed' })
})
