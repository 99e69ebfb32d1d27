// The whole job against a real OpenSSH server: the real scripts run in its sessions, as real detached processes.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ExecutionContext } from 'ava'
import { killAt } from '../run/stages.ts'
import { testWith } from '../transport/needs.ts'
import { sshd } from '../transport/openssh-server.ts'
import { newKey } from '../transport/ssh-server.ts'
import { changedPaths, configurationOf, trunkFilesOf } from './files.ts'
import { hostOf, type Machine, openMachine, untilQuiet } from './hosts.ts'
import { endsWith, fleetnet, knowAll, newOperator, type Operator, outcomesOf, start, trunkSteps, writeInventory, writePlaybook } from './operator.ts'

// One after the other: each starts processes of its own, and what is tested is what they do, not how loaded the machine is.
const withSshd = testWith(sshd !== undefined && process.getuid?.() === 0, 'the package openssh-server, as root', true)

const open = async (t: ExecutionContext, count: number): Promise<{ readonly machine: Machine; readonly operator: Operator }> => {
  const [hostKey, key] = [newKey(), newKey()]
  const machine = await openMachine(t, count, { authorizedKeys: [key.public], hostKey })
  const operator = await newOperator(t, key)
  await knowAll(operator, machine)
  await writePlaybook(operator, 'trunk', trunkSteps)
  await writeInventory(operator, machine, 'prod', { playbook: 'trunk' })
  return { machine, operator }
}

withSshd('plan, apply, apply again, files alone, and a command that fails', async (t) => {
  const { machine, operator } = await open(t, 2)
  const before = await configurationOf(hostOf(machine, 'h1'))

  const plan = await fleetnet(operator, ['plan', '-i', 'prod', '--detailed-exitcode'])
  endsWith(t, plan, 2, 'plan')
  t.regex(plan.stdout, /h1/)
  t.deepEqual(changedPaths(before, await configurationOf(hostOf(machine, 'h1'))), [], 'a plan changes nothing')

  const apply = await fleetnet(operator, ['apply', '--yes', '-i', 'prod', '--format', 'json'])
  endsWith(t, apply, 0, 'apply')
  t.deepEqual(outcomesOf(apply), { h1: 'committed', h2: 'committed' })
  for (const host of machine.hosts) {
    await untilQuiet(t, host)
    t.is(await trunkFilesOf(host), 'new')
  }

  const again = await fleetnet(operator, ['apply', '--yes', '-i', 'prod', '--format', 'json'])
  endsWith(t, again, 0, 'apply again')
  t.deepEqual(outcomesOf(again), { h1: 'unchanged', h2: 'unchanged' })
  endsWith(t, await fleetnet(operator, ['verify', '-i', 'prod']), 0, 'verify')

  await writePlaybook(operator, 'motd', "file({ path: '/etc/motd', content: (host) => `This is ${host.name}.\\n` }), file({ path: '/etc/issue', content: 'x\\n', mode: 0o600 })")
  await writeInventory(operator, machine, 'files', { playbook: 'motd', network: false })
  const files = await fleetnet(operator, ['apply', '--yes', '-i', 'files', '--format', 'json'])
  endsWith(t, files, 0, 'files')
  t.deepEqual(outcomesOf(files), { h1: 'committed', h2: 'committed' })
  t.is(await readFile(join(hostOf(machine, 'h2').root, 'etc/motd'), 'utf8'), 'This is h2.\n')

  const kept = await configurationOf(hostOf(machine, 'h1'))
  await writePlaybook(operator, 'failing', "file({ path: '/etc/motd', content: 'new\\n' }), file({ path: '/etc/made', content: 'x' }), command({ run: 'echo no >&2; exit 7', disruptive: false, reason: 'it only fails' })")
  await writeInventory(operator, machine, 'failing', { playbook: 'failing', network: false })
  const failing = await fleetnet(operator, ['apply', '--yes', '-i', 'failing', '--format', 'json'])
  endsWith(t, failing, 3, 'failing')
  t.deepEqual(outcomesOf(failing), { h1: 'rolled back', h2: 'rolled back' })
  t.deepEqual(changedPaths(kept, await configurationOf(hostOf(machine, 'h1'))), [], 'the files are as they were')
  for (const host of machine.hosts) await untilQuiet(t, host)
})

withSshd('the link is cut at every stage: the run still tells how each host ended, and it is so', async (t) => {
  const { machine, operator } = await open(t, killAt.length)
  const cut = new Set<string>()
  const apply = await fleetnet(operator, ['apply', '--yes', '-i', 'prod', '-f', '4', '--format', 'json'], {
    onEvent: (event) => {
      if (!('host' in event) || event.host === undefined || cut.has(event.host)) return
      if (killAt[Number(event.host.slice(1)) - 1]?.at(event) !== true) return
      cut.add(event.host)
      machine.cut(event.host)
    },
  })
  const unsettled = apply.events.filter((event) => event.type === 'host-finished' && ['unknown', 'lost'].includes(event.outcome))
  t.deepEqual(unsettled, [])
  t.true(apply.code === 0 || apply.code === 3, `${apply.code}\n${apply.stderr}`)
  const outcomes = outcomesOf(apply)
  for (const [index, { stage }] of killAt.entries()) {
    const host = hostOf(machine, `h${index + 1}`)
    await untilQuiet(t, host)
    t.true(cut.has(host.name), `${stage}: the link was cut`)
    const outcome = outcomes[host.name] ?? 'no outcome'
    t.regex(outcome, /^(committed|rolled back|failed)$/, stage)
    t.is(await trunkFilesOf(host), outcome === 'committed' ? 'new' : 'old', `${stage}: ${outcome}`)
  }
})

withSshd('the controller is killed at every stage: every host puts itself back, or was confirmed', async (t) => {
  const { machine, operator } = await open(t, killAt.length)
  await writeInventory(operator, machine, 'prod', { playbook: 'trunk', common: { timeouts: { cutOver: 8, confirm: 5 } } })
  const before = new Map(await Promise.all(machine.hosts.map(async (host) => [host.name, await configurationOf(host)] as const)))
  const one = async (index: number): Promise<void> => {
    const stage = killAt[index]
    if (stage === undefined) return
    const words = ['apply', '--yes', '-i', 'prod', '-l', `h${index + 1}`, '--format', 'json']
    const ended = await start(operator, words, { onEvent: (event, run) => (stage.at(event) ? run.kill('SIGKILL') : undefined) }).ended
    t.is(ended.signal, 'SIGKILL', `${stage.stage}: ${ended.stderr}`)
  }
  for (let index = 0; index < killAt.length; index += 2) await Promise.all([one(index), one(index + 1)])
  for (const [index, { stage }] of killAt.entries()) {
    const host = hostOf(machine, `h${index + 1}`)
    await untilQuiet(t, host)
    const files = await trunkFilesOf(host)
    // By the time that a killed process is gone, the confirm may be on its way.
    t.true(files === 'old' || (files === 'new' && (stage === 'confirming' || stage === 'verifying')), `${stage}: ${files}`)
    if (files === 'old') t.deepEqual(changedPaths(before.get(host.name) ?? new Map(), await configurationOf(host)), [], `${stage}: all as it was`)
  }
  const status = await fleetnet(operator, ['status', '-i', 'prod'])
  endsWith(t, status, 0, 'nothing is undecided')
})

withSshd('a transaction outlives the sshd session that started it', async (t) => {
  const { machine, operator } = await open(t, 1)
  const host = hostOf(machine, 'h1')
  // No connection gets through after the cut-over has begun: the host is alone, and has to come back by itself.
  const apply = await fleetnet(operator, ['apply', '--yes', '-i', 'prod', '--format', 'json'], {
    onEvent: (event) => {
      if (event.type === 'host-state' && event.state === 'cutting over' && event.detail === undefined) {
        machine.refuse('h1', true)
        machine.cut('h1')
      }
      if (event.type === 'host-state' && event.state === 'rolling back') machine.refuse('h1', false)
    },
  })
  endsWith(t, apply, 3, 'apply')
  t.deepEqual(outcomesOf(apply), { h1: 'rolled back' })
  await untilQuiet(t, host)
  t.is(await trunkFilesOf(host), 'old')
})
