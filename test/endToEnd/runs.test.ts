// Runs that meet each other, stop in the middle, or were approved before: through the built command, against a real sshd.
import { execFileSync } from 'node:child_process'
import { appendFile, copyFile, cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ExecutionContext } from 'ava'
import { testWith } from '../transport/needs.ts'
import { sshd } from '../transport/openssh-server.ts'
import { newKey } from '../transport/ssh-server.ts'
import { trunkFilesOf } from './files.ts'
import { hostOf, type Machine, openMachine, untilQuiet } from './hosts.ts'
import { type Ended, endsWith, fleetnet, knowAll, newOperator, type Operator, outcomesOf, start, trunkSteps, writeInventory, writePlaybook } from './operator.ts'

const withSshd = testWith(sshd !== undefined && process.getuid?.() === 0, 'the package openssh-server, as root', true)

const open = async (t: ExecutionContext, count: number, rolling: { readonly batches?: string; readonly maxFailures?: number } = {}): Promise<{ readonly machine: Machine; readonly operator: Operator }> => {
  const [hostKey, key] = [newKey(), newKey()]
  const machine = await openMachine(t, count, { authorizedKeys: [key.public], hostKey })
  const operator = await newOperator(t, key)
  await knowAll(operator, machine)
  await writePlaybook(operator, 'trunk', trunkSteps, rolling)
  await writeInventory(operator, machine, 'prod', { playbook: 'trunk' })
  return { machine, operator }
}

const faultsOf = ({ events }: Ended): Record<string, string> =>
  Object.fromEntries(events.flatMap((event) => (event.type === 'host-finished' && event.fault !== undefined ? [[event.host, `${event.fault.kind}: ${event.fault.what}`] as const] : [])))

const applied = ['apply', '--yes', '-i', 'prod', '--format', 'json'] as const

withSshd('two controllers on one host: one changes it, the other says that it is busy', async (t) => {
  const { machine, operator } = await open(t, 1)
  let second: Promise<Ended> | undefined
  const first = await start(operator, applied, {
    onEvent: (event) => {
      if (event.type === 'host-armed') second ??= fleetnet(operator, applied)
    },
  }).ended
  endsWith(t, first, 0, 'the first')
  t.deepEqual(outcomesOf(first), { h1: 'committed' })
  const other = await second
  t.truthy(other)
  if (other === undefined) return
  // It came while the first was on trial, or just after its confirm.
  t.regex(`${other.code} ${outcomesOf(other)['h1'] ?? ''} ${faultsOf(other)['h1'] ?? ''}`, /^3 failed (busy|refused|drift|probe): |^0 unchanged/)
  await untilQuiet(t, hostOf(machine, 'h1'))
  t.is(await trunkFilesOf(hostOf(machine, 'h1')), 'new')
})

withSshd('two controllers that begin at the same moment', async (t) => {
  const { machine, operator } = await open(t, 1)
  const ends = await Promise.all([fleetnet(operator, applied), fleetnet(operator, applied)])
  const outcomes = ends.map((ended) => outcomesOf(ended)['h1'] ?? '')
  t.true(outcomes.includes('committed'), outcomes.join())
  for (const [index, ended] of ends.entries()) t.regex(`${outcomes[index]} ${faultsOf(ended)['h1'] ?? ''}`, /^(committed|unchanged) |^failed (busy|refused|drift|probe): /)
  await untilQuiet(t, hostOf(machine, 'h1'))
  t.is(await trunkFilesOf(hostOf(machine, 'h1')), 'new')
  endsWith(t, await fleetnet(operator, ['status', '-i', 'prod']), 0, 'nothing is undecided')
})

withSshd('kill -9 in the middle of a batch, then --resume', async (t) => {
  const { machine, operator } = await open(t, 3, { batches: '[1, 2]' })
  await writeInventory(operator, machine, 'prod', { playbook: 'trunk', common: { timeouts: { cutOver: 40, confirm: 40 } } })
  const killed = await start(operator, applied, {
    onEvent: (event, run) => {
      if (event.type === 'host-state' && event.host === 'h2' && event.state === 'cutting over' && event.detail !== undefined) run.kill('SIGKILL')
    },
  }).ended
  t.is(killed.signal, 'SIGKILL')
  const started = killed.events.find((event) => event.type === 'run-started')
  const runId = started?.type === 'run-started' ? started.runId : ''

  const inventory = join(operator.folder, 'inventory/prod.json')
  const was = await readFile(inventory, 'utf8')
  await appendFile(inventory, '\n')
  const changed = await fleetnet(operator, ['apply', '--yes', '--resume', runId])
  endsWith(t, changed, 1, 'the inventory is another one')
  t.regex(changed.stderr, /prod\.json has changed/)
  await writeFile(inventory, was)
  const narrowed = await fleetnet(operator, ['apply', '--yes', '--resume', runId, '-l', 'h3'])
  endsWith(t, narrowed, 1, 'a run that is resumed is not chosen anew')

  const begun = Date.now()
  const resumed = await fleetnet(operator, ['apply', '--yes', '--resume', runId, '--format', 'json'])
  endsWith(t, resumed, 0, `resumed: ${JSON.stringify(faultsOf(resumed))}`)
  t.deepEqual(outcomesOf(resumed), { h2: 'committed', h3: 'committed' }, 'h1 was done')
  t.true(Date.now() - begun < 35_000, 'what was pending was told to go back, not waited for')
  for (const host of machine.hosts) {
    await untilQuiet(t, host)
    t.is(await trunkFilesOf(host), 'new', host.name)
  }
  const done = await fleetnet(operator, ['apply', '--yes', '--resume', resumed.events.flatMap((event) => (event.type === 'run-started' ? [event.runId] : []))[0] ?? ''])
  endsWith(t, done, 1, 'nothing is left')
})

/** Another operator on another machine: the same inventory, and nothing of the first one's runs. */
const elsewhere = async (t: ExecutionContext, machine: Machine, first: Operator): Promise<Operator> => {
  const operator = await newOperator(t, newKey())
  await copyFile(first.identityFile, operator.identityFile)
  await knowAll(operator, machine)
  await cp(join(first.folder, 'playbooks'), join(operator.folder, 'playbooks'), { recursive: true })
  await cp(join(first.folder, 'inventory'), join(operator.folder, 'inventory'), { recursive: true })
  return operator
}

interface StatusOfHost {
  readonly name: string
  readonly pending?: { readonly id: string; readonly runId: string; readonly state: string; readonly secondsLeft?: number }
  readonly watchedBy?: string
  readonly asked?: { readonly error?: string; readonly after?: { readonly state: string } }
}

const statusOf = (ended: Ended): StatusOfHost[] => {
  const value: { hosts: StatusOfHost[] } = JSON.parse(ended.stdout)
  return value.hosts
}

/** Asks until the trial has begun and its controller has been away for long enough. */
const untilAlone = async (t: ExecutionContext, operator: Operator): Promise<StatusOfHost | undefined> => {
  const until = Date.now() + 60_000
  for (;;) {
    const [host] = statusOf(await fleetnet(operator, ['status', '-i', 'prod', '--format', 'json']))
    if (host?.pending?.state === 'on trial' && host.watchedBy === undefined) return host
    if (Date.now() > until) return t.fail(`still ${JSON.stringify(host)}`) as never
  }
}

withSshd('kill -9, then another operator finds the trial, verifies it and keeps it', async (t) => {
  const { machine, operator } = await open(t, 1)
  await writeInventory(operator, machine, 'prod', { playbook: 'trunk', common: { timeouts: { cutOver: 60, confirm: 150 } } })
  const other = await elsewhere(t, machine, operator)
  const killed = await start(operator, applied, {
    onEvent: (event, run) => {
      if (event.type === 'host-state' && event.state === 'cutting over') run.kill('SIGKILL')
    },
  }).ended
  t.is(killed.signal, 'SIGKILL')
  const host = await untilAlone(t, other)
  t.true((host?.pending?.secondsLeft ?? 0) > 0)
  const text = await fleetnet(other, ['status', '-i', 'prod'])
  endsWith(t, text, 4, 'undecided')
  t.regex(text.stdout, /^h1 +\S+ +on trial +\d:\d\d$/m)
  t.regex(text.stdout, /status --confirm/)
  const confirmed = await fleetnet(other, ['status', '--confirm', '-i', 'prod', '-l', 'h1', '--format', 'json'])
  endsWith(t, confirmed, 0, 'confirmed')
  t.is(statusOf(confirmed)[0]?.asked?.after?.state, 'committed')
  await untilQuiet(t, hostOf(machine, 'h1'))
  t.is(await trunkFilesOf(hostOf(machine, 'h1')), 'new')
  endsWith(t, await fleetnet(other, ['verify', '-i', 'prod']), 0, 'as it should be')
})

withSshd('what a running controller looks after is left alone, unless it is taken over', async (t) => {
  const { machine, operator } = await open(t, 1)
  await writeInventory(operator, machine, 'prod', { playbook: 'trunk', common: { timeouts: { cutOver: 60, confirm: 150 } } })
  const other = await elsewhere(t, machine, operator)
  let stopped = (): void => undefined
  const isStopped = new Promise<void>((resolve) => {
    stopped = resolve
  })
  let runId = ''
  const run = start(operator, applied, {
    onEvent: (event, running) => {
      if (event.type === 'run-started') runId = event.runId
      if (event.type !== 'host-armed' || event.phase !== 'cut over') return
      // It is there, and does nothing: nobody confirms while the others ask.
      running.kill('SIGSTOP')
      stopped()
    },
  })
  t.teardown(() => run.kill('SIGKILL'))
  await isStopped
  const here = await fleetnet(operator, ['status', '--rollback', '-i', 'prod', '--format', 'json'])
  endsWith(t, here, 4, 'left alone')
  t.regex(statusOf(here)[0]?.asked?.error ?? '', new RegExp(`left alone: process ${run.pid} on this machine.*run ${runId}`))
  const there = await fleetnet(other, ['status', '--confirm', '-i', 'prod', '--format', 'json'])
  endsWith(t, there, 4, 'left alone')
  t.regex(statusOf(there)[0]?.asked?.error ?? '', /left alone: a controller at [0-9.]+.* looks after it/)
  t.is(statusOf(there)[0]?.pending?.runId, runId)
  const resumed = await fleetnet(operator, ['apply', '--yes', '--resume', runId])
  endsWith(t, resumed, 1, 'it is still under way')
  t.regex(resumed.stderr, /is still under way: process \d+/)
  const taken = await fleetnet(other, ['status', '--rollback', '--take-over', '-i', 'prod', '--format', 'json'])
  endsWith(t, taken, 0, 'taken over')
  t.is(statusOf(taken)[0]?.asked?.after?.state, 'rolled back')
  run.kill('SIGCONT')
  t.deepEqual(outcomesOf(await run.ended), { h1: 'rolled back' })
  await untilQuiet(t, hostOf(machine, 'h1'))
  t.is(await trunkFilesOf(hostOf(machine, 'h1')), 'old')
})

withSshd('a saved plan: refused with other choices or another inventory; one host has drifted, the others go on', async (t) => {
  const { machine, operator } = await open(t, 3)
  endsWith(t, await fleetnet(operator, ['plan', '-i', 'prod', '--out', 'saved.json']), 0, 'plan')
  const narrowed = await fleetnet(operator, ['apply', 'saved.json', '--yes', '-l', 'h1'])
  endsWith(t, narrowed, 1, 'a flag that would be passed over')
  t.regex(narrowed.stderr, /--limit/)

  const inventory = join(operator.folder, 'inventory/prod.json')
  const was = await readFile(inventory, 'utf8')
  await writeFile(inventory, was.replace('"confirm": 12', '"confirm": 13'))
  const changed = await fleetnet(operator, ['apply', 'saved.json', '--yes'])
  endsWith(t, changed, 1, 'the inventory is another one')
  t.regex(changed.stderr, /prod\.json has changed/)
  for (const host of machine.hosts) t.is(await trunkFilesOf(host), 'old')
  await writeFile(inventory, was)

  await appendFile(join(hostOf(machine, 'h2').root, 'etc/sysconfig/network-scripts/ifcfg-eth1'), '# by hand\n')
  const apply = await fleetnet(operator, ['apply', 'saved.json', '--yes', '--format', 'json'])
  endsWith(t, apply, 3, 'apply')
  t.deepEqual(outcomesOf(apply), { h1: 'committed', h2: 'failed', h3: 'committed' })
  t.regex(faultsOf(apply)['h2'] ?? '', /^drift: .*nothing was changed/)
  t.is(await trunkFilesOf(hostOf(machine, 'h2')), 'old')
})

withSshd('a .fleetnet that cannot be written stops before any host; a symbolic link is followed', async (t) => {
  const { machine, operator } = await open(t, 1)
  await writeFile(join(operator.folder, '.fleetnet'), '')
  const file = await fleetnet(operator, applied)
  endsWith(t, file, 1, '.fleetnet is a file')
  t.regex(file.stderr, /\.fleetnet/)
  t.regex(file.stderr, /do: /)
  t.notRegex(file.stderr, /fleetnet itself failed/)
  await rm(join(operator.folder, '.fleetnet'))
  await symlink(join(operator.folder, 'nowhere'), join(operator.folder, '.fleetnet'))
  const dangling = await fleetnet(operator, applied)
  endsWith(t, dangling, 1, '.fleetnet leads nowhere')
  t.notRegex(dangling.stderr, /fleetnet itself failed/)
  t.is(await trunkFilesOf(hostOf(machine, 'h1')), 'old')
  await mkdir(join(operator.folder, 'nowhere'))
  endsWith(t, await fleetnet(operator, applied), 0, '.fleetnet is a link to a folder')
})

const canMount = ((): boolean => {
  try {
    execFileSync('unshare', ['-m', 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()
const withMounts = testWith(sshd !== undefined && process.getuid?.() === 0 && canMount, 'the packages openssh-server and mount, as root, where mounting is allowed', true)

withMounts('the operator’s disk is full while a host is on trial', async (t) => {
  const { machine, operator } = await open(t, 2, { batches: '[1, 1]', maxFailures: 2 })
  const at = join(operator.folder, '.fleetnet')
  await mkdir(at)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'fleetnet-test', at])
  try {
    const apply = await start(operator, applied, {
      onEvent: (event) => {
        if (event.type !== 'host-armed' || event.phase !== 'cut over') return
        try {
          execFileSync('dd', ['if=/dev/zero', `of=${join(at, 'filler')}`, 'bs=4096'], { stdio: 'ignore' })
        } catch {
          // it is full, which was the point
        }
      },
    }).ended
    endsWith(t, apply, 3, 'apply')
    t.deepEqual(outcomesOf(apply), { h1: 'rolled back', h2: 'skipped' })
    t.regex(faultsOf(apply)['h1'] ?? '', /journal .*cannot be written/)
    await untilQuiet(t, hostOf(machine, 'h1'))
    for (const host of machine.hosts) t.is(await trunkFilesOf(host), 'old')
  } finally {
    execFileSync('umount', ['-l', at])
  }
})

withSshd('quotes, line ends and substitutions in comments, contents, names and values', async (t) => {
  const { machine, operator } = await open(t, 1)
  const marker = join(operator.folder, 'executed')
  const evil = `'"; touch ${marker}; $(touch ${marker}) \`touch ${marker}\` \\ % \${IFS} é`
  const path = `/etc/it's a "$(touch ${marker.replaceAll('/', '_')})" \`x\` ;file`
  await writePlaybook(operator, 'trunk', `file({ path: ${JSON.stringify(path)}, content: ${JSON.stringify(`${evil}\nEOF\n`)} }), ${trunkSteps}`)
  const commented = async (comment: string): Promise<Ended> => {
    await writeInventory(operator, machine, 'prod', {
      playbook: 'trunk',
      host: ({ spec, address }) => ({
        network: {
          interfaces: Object.fromEntries(spec.nics.map((nic) => [nic.name, { mac: nic.mac, comment }])),
          bridges: { vlan100: { addresses: [`${address}/24`], comment } },
        },
      }),
    })
    return fleetnet(operator, applied)
  }
  const lines = await commented(`two\nlines ${evil}`)
  endsWith(t, lines, 1, 'a comment of two lines')
  t.regex(lines.stderr, /one line of text/)
  endsWith(t, await commented(evil), 0, 'a comment of one line')
  await t.throwsAsync(readFile(marker), undefined, 'nothing of it was executed')
  const { root } = hostOf(machine, 'h1')
  t.is(await readFile(join(root, path), 'utf8'), `${evil}\nEOF\n`)
  t.true((await readFile(join(root, 'etc/sysconfig/network-scripts/ifcfg-vlan100'), 'utf8')).includes(evil))
  const again = await fleetnet(operator, applied)
  endsWith(t, again, 0, 'again')
  t.deepEqual(outcomesOf(again), { h1: 'unchanged' })
})
