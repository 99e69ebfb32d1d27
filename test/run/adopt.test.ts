// What is left of a controller that was killed is found, shown, and settled by another one, from the inventory alone.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import test, { type ExecutionContext } from 'ava'
import type { Transport } from '../../src/model/connection.ts'
import { FleetError } from '../../src/model/errors.ts'
import type { TransactionFact } from '../../src/model/facts.ts'
import type { Host } from '../../src/model/host.ts'
import { completeNetwork } from '../../src/model/network.ts'
import { confirmTransaction, holderOf, readPending, rollBackTransaction } from '../../src/run/index.ts'
import { openFleet as openSimulated, outcomesOf, startApply, type TestFleet, trunkHost } from './harness.ts'
import { killAt } from './stages.ts'

/** Hosts that are given time to log in: what is settled here is asked for once, as an operator does. */
const openFleet = async (...given: Parameters<typeof openSimulated>): Promise<TestFleet> => {
  const fleet = await openSimulated(...given)
  return { ...fleet, hosts: fleet.hosts.map((host) => ({ ...host, ssh: { ...host.ssh, connectTimeout: 60 } })) }
}

const hostOf = ({ hosts }: TestFleet, name: string): Host => {
  const host = hosts.find((one) => one.name === name)
  if (host === undefined) throw new RangeError(`no host ${name}`)
  return host
}

/** A controller applies one host and is killed at a stage of it. */
const killedAt = async (t: ExecutionContext, fleet: TestFleet, name: string, stage: string): Promise<void> => {
  const settings = join(fleet.folder, 'hosts.json')
  await writeFile(settings, JSON.stringify(fleet.hosts))
  const index = killAt.findIndex((one) => one.stage === stage)
  const child = spawn(process.execPath, [fileURLToPath(new URL('killedController.ts', import.meta.url)), settings, name, String(index)], { stdio: ['ignore', 'inherit', 'inherit'] })
  const [, signal] = await once(child, 'exit')
  t.is(signal, 'SIGKILL')
}

const read = async ({ transport }: TestFleet, host: Host): Promise<{ readonly pending: TransactionFact | undefined; readonly last: TransactionFact | undefined }> => {
  const [reading] = await readPending({ hosts: [host], transport, forks: 5 })
  if (reading === undefined || 'error' in reading) return { pending: undefined, last: undefined }
  return { pending: reading.facts.pending, last: reading.facts.history[0] }
}

/** Reads until the host's transaction is as a test wants it. */
const until = async (t: ExecutionContext, fleet: TestFleet, host: Host, what: string, condition: (state: Awaited<ReturnType<typeof read>>) => boolean): Promise<Awaited<ReturnType<typeof read>>> => {
  const end = Date.now() + 90_000
  for (;;) {
    const state = await read(fleet, host)
    if (condition(state)) return state
    if (Date.now() > end) return t.fail(`${what} did not come: ${JSON.stringify(state)}`) as never
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

const onTrial = async (t: ExecutionContext, fleet: TestFleet, name: string): Promise<TransactionFact> => {
  const { pending } = await until(t, fleet, hostOf(fleet, name), 'the trial', (state) => state.pending?.state === 'on trial')
  if (pending === undefined) throw new Error('no trial')
  return pending
}

test('a trial whose controller was killed is found with its countdown, verified, and confirmed', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1)], { timeouts: { cutOver: 60, confirm: 120 } })
  await killedAt(t, fleet, 'h1', 'verifying')
  const pending = await onTrial(t, fleet, 'h1')
  t.is(pending.runId, 'kill-0006')
  t.true((pending.secondsLeft ?? 0) > 20 && (pending.secondsLeft ?? 0) <= 120, `${pending.secondsLeft}`)
  await until(t, fleet, hostOf(fleet, 'h1'), 'the end of its session', (state) => state.pending?.controller?.connected === false)
  const after = await confirmTransaction(fleet.transport, hostOf(fleet, 'h1'), fleet.playbook, pending)
  t.is(after?.state, 'committed')
  t.is((await read(fleet, hostOf(fleet, 'h1'))).pending, undefined)
  await fleet.fleet.host('h1').reboot()
  t.true(fleet.fleet.host('h1').reachable())
  t.deepEqual(outcomesOf(await (await startApply(fleet)).result), { h1: 'unchanged' })
})

test('what is not as the inventory wants it is not confirmed, and can be told to go back', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1)], { timeouts: { cutOver: 60, confirm: 120 } })
  await killedAt(t, fleet, 'h1', 'verifying')
  const pending = await onTrial(t, fleet, 'h1')
  const host = hostOf(fleet, 'h1')
  const other: Host = { ...host, network: completeNetwork({ ...host.network, vlans: { ...host.network.vlans, 'bond0.77': {} } }) }
  const changed = await t.throwsAsync(confirmTransaction(fleet.transport, other, fleet.playbook, pending), { instanceOf: FleetError })
  t.regex(changed?.what ?? '', /^not confirmed: .*ifcfg-bond0\.77/)
  t.regex(changed?.next.at(-1) ?? '', new RegExp(`ctl confirm$`))

  await fleet.fleet.host('h1').run('brctl delif vlan50 bond0.50')
  const broken = await t.throwsAsync(confirmTransaction(fleet.transport, host, fleet.playbook, pending), { instanceOf: FleetError })
  t.regex(broken?.what ?? '', /^not confirmed: not as desired: .*vlan50/)
  t.is((await read(fleet, host)).pending?.state, 'on trial')

  const gone = await t.throwsAsync(confirmTransaction(fleet.transport, host, fleet.playbook, { ...pending, id: 'another-1' }), { instanceOf: FleetError })
  t.regex(gone?.what ?? '', /settled meanwhile/)

  const after = await rollBackTransaction(fleet.transport, host, pending)
  t.is(after?.state, 'rolled back')
  t.is(after?.why, 'it was told to, on the host')
  t.false((await readFile(join(host.root, 'etc/sysconfig/network-scripts/ifcfg-eth0'), 'utf8')).includes('MASTER'))
})

test('a host that was armed when its controller died, and was started again, says why it went back', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1)], { timeouts: { cutOver: 60, confirm: 120 } })
  await killedAt(t, fleet, 'h1', 'verifying')
  await onTrial(t, fleet, 'h1')
  await fleet.fleet.host('h1').reboot()
  const { last } = await until(t, fleet, hostOf(fleet, 'h1'), 'the rollback', (state) => state.pending === undefined && state.last?.state === 'rolled back')
  t.is(last?.why, 'the host was started again before it was confirmed')
})

test('a controller that is alive is seen on the host, from where it came', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1)], { timeouts: { cutOver: 60, confirm: 120 } })
  const host = hostOf(fleet, 'h1')
  let connections = 0
  let goOn = (): void => undefined
  const looked = new Promise<void>((resolve) => {
    goOn = resolve
  })
  // Between its first session and the next one it has none.
  const transport: Transport = {
    ...fleet.transport,
    connect: async (...given) => {
      connections += 1
      if (connections > 1) await looked
      return fleet.transport.connect(...given)
    },
  }
  const { result } = await startApply(fleet, { transport })
  const pending = await onTrial(t, fleet, 'h1')
  t.is(pending.controller?.from, '10.1.1.1')
  const connection = await fleet.transport.connect('h1', host.ssh)
  const { result: followed } = connection.exec({ command: `sh ${host.root}/etc/fleetnet/tx/${pending.id}/ctl follow`, timeout: 120_000 })
  const there = await until(t, fleet, host, 'the session', (state) => state.pending?.controller?.connected === true)
  t.is(there.pending === undefined ? '' : await holderOf(fleet.folder, there.pending), 'a controller at 10.1.1.1')
  connection.close()
  await followed
  const left = await until(t, fleet, host, 'the end of the session', (state) => state.pending?.controller?.connected === false)
  t.true((left.pending?.controller?.secondsAgo ?? 99) < 60)
  goOn()
  t.deepEqual(outcomesOf(await result), { h1: 'committed' })
})

test('a host whose address has changed on trial is found on the new one, with the key of the old one', async (t) => {
  const fleet = await openFleet(t, [trunkHost(1, { later: [{ listen: '127.0.0.22', address: '10.1.1.201' }] })], { timeouts: { cutOver: 60, confirm: 120 } })
  const [plain] = fleet.hosts
  if (plain === undefined) return t.fail('no host')
  const host: Host = { ...plain, network: completeNetwork({ ...plain.network, bridges: { ...plain.network.bridges, vlan100: { ports: ['bond0.100'], gateway: '10.1.1.1', addresses: ['10.1.1.201/24'] } } }) }
  const moved = { ...fleet, hosts: [host] }
  await killedAt(t, moved, 'h1', 'verifying')
  const pending = await onTrial(t, moved, 'h1')
  t.false(fleet.fleet.host('h1').reachable('10.1.1.101'))
  const after = await confirmTransaction(fleet.transport, host, fleet.playbook, pending)
  t.is(after?.state, 'committed')
})
