// `--reboot`: the new network is booted on trial, confirmed over a new connection, and a host that is not boots the old one.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import test, { type ExecutionContext } from 'ava'
import type { RunEvent } from '../../src/model/events.ts'
import { readPending, rollBackTransaction } from '../../src/run/index.ts'
import { openFleet, outcomesOf, startApply, type TestFleet, trunkHost, wrapTransport } from './harness.ts'

/** Seconds: long enough for a busy machine, except where a test waits for the deadline. */
const timeouts = { cutOver: 60, confirm: 30, boot: 60 }

const filesOf = async ({ hosts }: TestFleet, name: string): Promise<'old' | 'new'> => {
  const root = hosts.find((host) => host.name === name)?.root ?? ''
  return (await readFile(join(root, 'etc/sysconfig/network-scripts/ifcfg-eth0'), 'utf8')).includes('MASTER=bond0') ? 'new' : 'old'
}
const isOnOldNetwork = async (t: ExecutionContext, fleet: TestFleet, name: string): Promise<void> => {
  t.is(await filesOf(fleet, name), 'old')
  t.true(fleet.fleet.host(name).reachable())
  t.is(fleet.fleet.host(name).state().devices['bond0'], undefined)
  t.deepEqual(fleet.fleet.host(name).state().devices['eth0']?.addresses, [`10.1.1.${100 + Number(name.slice(1))}/24`])
}
/** What the host's one transaction has logged so far. */
const logOf = async (root: string): Promise<string> => {
  const [id] = await readdir(join(root, 'etc/fleetnet/tx')).catch(() => [])
  return id === undefined ? '' : readFile(join(root, 'etc/fleetnet/tx', id, 'log'), 'utf8').catch(() => '')
}
const statesOf = (events: readonly RunEvent[], host: string): string[] => {
  const states = events.flatMap((event) => (event.type === 'host-state' && event.host === host ? [event.state] : []))
  return states.filter((state, index) => state !== states[index - 1])
}
const reasonOf = (events: readonly RunEvent[]): string => events.flatMap((event) => (event.type === 'host-finished' ? [event.fault?.what ?? ''] : [])).join()
const once = (wanted: (event: RunEvent) => boolean, act: () => void): ((event: RunEvent) => void) => {
  let done = false
  return (event) => {
    if (done || !wanted(event)) return
    done = true
    act()
  }
}
const rebooting = (event: RunEvent): boolean => event.type === 'host-state' && event.state === 'rebooting'

for (const release of ['el5', 'el7'] as const)
  test.serial(`commits over a reboot (${release})`, async (t) => {
    const fleet = await openFleet(t, [trunkHost(1, { release })], { timeouts, bootTime: 500 })
    const before = fleet.fleet.host('h1').state().bootId
    const { result, events } = await startApply(fleet, { reboot: true })
    t.deepEqual(outcomesOf(await result), { h1: 'committed' }, reasonOf(events))
    const states = statesOf(events, 'h1')
    t.true(states.includes('rebooting') && !states.includes('cutting over'), states.join())
    t.is(states.at(-1), 'confirming')
    const after = fleet.fleet.host('h1').state()
    t.not(after.bootId, before)
    t.deepEqual(after.devices['vlan100']?.addresses, ['10.1.1.101/24'])
    t.is(await filesOf(fleet, 'h1'), 'new')
    t.true(events.some((event) => event.type === 'run-warning' && event.text.startsWith('the host is restarted')))
    const again = await startApply(fleet, { reboot: true })
    t.deepEqual(outcomesOf(await again.result), { h1: 'unchanged' }, 'nothing to do is no reason to restart')
    t.is(fleet.fleet.host('h1').state().bootId, after.bootId)
    await fleet.fleet.host('h1').reboot()
    t.true(fleet.fleet.host('h1').reachable())
    t.is(await filesOf(fleet, 'h1'), 'new')
  })

test.serial('does not come back in time: it boots the old network, and the run says so', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1, { switch: { lacp: false } })], { timeouts: { ...timeouts, boot: 8 } })
  const { result, events } = await startApply(fleet, { reboot: true })
  t.deepEqual(outcomesOf(await result), { h1: 'rolled back' }, reasonOf(events))
  t.regex(reasonOf(events), /no LACP partner on bond0: it was not confirmed in time/)
  await isOnOldNetwork(t, fleet, 'h1')
})

test.serial('the VLAN is not let through: it boots the old network', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1, { switch: { vlans: [50, 51] } })], { timeouts: { ...timeouts, boot: 8 } })
  const { result, events } = await startApply(fleet, { reboot: true })
  t.deepEqual(outcomesOf(await result), { h1: 'rolled back' }, reasonOf(events))
  await isOnOldNetwork(t, fleet, 'h1')
})

test.serial('the power is cut on trial: it boots the old network, long before the deadline', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1, { switch: { lacp: false } })], { timeouts })
  const host = fleet.fleet.host('h1')
  const { result, events } = await startApply(fleet, { reboot: true })
  const until = Date.now() + 60_000
  while (!(await logOf(host.root)).includes(' on-trial')) {
    if (Date.now() > until) return t.fail('no boot on trial')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await host.powerCut()
  await host.boot()
  t.deepEqual(outcomesOf(await result), { h1: 'rolled back' }, reasonOf(events))
  t.regex(reasonOf(events), /the host was started again before it was confirmed/)
  await isOnOldNetwork(t, fleet, 'h1')
})

test.serial('the power is cut while it goes down: it boots the new network on trial all the same', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1)], { timeouts })
  const host = fleet.fleet.host('h1')
  // The init takes the order, and the host stays up until somebody pulls the plug.
  await host.run('for tool in shutdown reboot; do mv "$(command -v $tool)" "$(command -v $tool).real"; printf "#!/bin/sh\\nexit 0\\n" >"$(dirname "$(command -v $tool.real)")/$tool"; chmod 755 "$(dirname "$(command -v $tool.real)")/$tool"; done')
  const { result, events } = await startApply(fleet, { reboot: true, onEvent: once(rebooting, () => void host.powerCut().then(() => host.boot())) })
  t.deepEqual(outcomesOf(await result), { h1: 'committed' }, reasonOf(events))
  t.is(await filesOf(fleet, 'h1'), 'new')
})

test.serial('a connection that reaches the boot that goes down proves nothing', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1)], { timeouts })
  const host = fleet.fleet.host('h1')
  await host.run('tool=$(command -v shutdown); mv "$tool" "$tool.real"; printf "#!/bin/sh\\n(sleep 6; exec \\"$tool.real\\") &\\n" >"$tool"; chmod 755 "$tool"')
  const { result, events } = await startApply(fleet, { reboot: true })
  t.deepEqual(outcomesOf(await result), { h1: 'committed' }, reasonOf(events))
  t.deepEqual(host.state().devices['vlan100']?.addresses, ['10.1.1.101/24'])
  t.true(events.some((event) => event.type === 'host-state' && event.state === 'rebooting'))
})

test.serial('the link is cut when it restarts: the run still sees it through', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1)], { timeouts })
  let cut = (): void => undefined
  const transport = wrapTransport(fleet.transport, (connection) => {
    cut = () => connection.close()
    return connection
  })
  const { result, events } = await startApply(fleet, { transport, reboot: true, onEvent: once((event) => event.type === 'host-log' && /^files written/.test(event.text), () => cut()) })
  t.deepEqual(outcomesOf(await result), { h1: 'committed' }, reasonOf(events))
})

test.serial('Ctrl-C once while it boots: it is seen through to its end', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1), trunkHost(2)], { timeouts, bootTime: 1_000 })
  const run = await startApply(fleet, { rolling: { batches: [1] }, reboot: true, onEvent: once(rebooting, () => run.running.interrupt()) })
  t.deepEqual(outcomesOf(await run.result), { h1: 'committed', h2: 'skipped' }, reasonOf(run.events))
})

test.serial('Ctrl-C twice while it boots: nobody waits, and the host goes back by itself', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1)], { timeouts: { ...timeouts, boot: 5 }, bootTime: 1_000 })
  const run = await startApply(fleet, { reboot: true, onEvent: once(rebooting, () => (run.running.interrupt(), run.running.interrupt())) })
  t.deepEqual(outcomesOf(await run.result), { h1: 'unknown' })
  const until = Date.now() + 90_000
  while ((await filesOf(fleet, 'h1')) === 'new' || !fleet.fleet.host('h1').reachable() || (await fleet.fleet.host('h1').processCount()) > 0) {
    if (Date.now() > until) return t.fail('it did not go back')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  await isOnOldNetwork(t, fleet, 'h1')
})

test.serial('nobody watches any more: status knows, and tells it to go back', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1)], { timeouts })
  const [host] = fleet.hosts
  if (host === undefined) return t.fail()
  const run = await startApply(fleet, { reboot: true, onEvent: once(rebooting, () => (run.running.interrupt(), run.running.interrupt())) })
  t.deepEqual(outcomesOf(await run.result), { h1: 'unknown' })
  const until = Date.now() + 60_000
  for (;;) {
    const [reading] = await readPending({ hosts: [host], transport: fleet.transport, forks: 1 })
    const pending = reading !== undefined && 'facts' in reading ? reading.facts.pending : undefined
    if (pending?.state === 'on trial') {
      t.true(pending.restarts)
      t.true((pending.secondsLeft ?? 0) > 0)
      t.is((await rollBackTransaction(fleet.transport, host, pending))?.state, 'rolled back')
      return isOnOldNetwork(t, fleet, 'h1')
    }
    if (Date.now() > until) return t.fail('no boot on trial')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
})
