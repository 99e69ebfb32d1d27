// Runs that meet each other, stop in the middle, or were approved before: through the built command, against a real sshd.
import { execFileSync } from 'node:child_process'
import { appendFile, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
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
