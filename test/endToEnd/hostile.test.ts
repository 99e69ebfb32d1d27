// Hosts that are enemies: the run ends, memory stays bounded, terminals get no raw bytes of theirs, and other hosts are not affected.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import test, { type ExecutionContext } from 'ava'
import { type SimulatedFleet, startFleet } from '../../src/sim/index.ts'
import { trunkHost } from '../run/harness.ts'
import { knownLine } from '../transport/operator.ts'
import { newKey } from '../transport/ssh-server.ts'
import { endless, type Misdeed, startHostileHost } from './hostileHost.ts'
import { endsWith, filesBelow, fleetnet, newOperator, type Operator, outcomesOf, start, trunk, trunkSteps, writePlaybook } from './operator.ts'

/** What a transaction's nonce is: the first line that its loader reads. */
const nonceIn = (input: string): string => input.split('\n')[0] ?? ''

/** Once the nonce has come. */
const withNonce = (channel: import('ssh2').ServerChannel, input: () => string, act: (nonce: string) => void): void => {
  if (input().includes('\n')) return act(nonceIn(input()))
  channel.once('data', () => withNonce(channel, input, act))
}

const megabyte = 1024 * 1024

const misdeeds: Readonly<Record<string, { readonly misdeed: Misdeed; readonly ends: RegExp }>> = {
  'answers a probe without an end': { misdeed: { exec: 1, act: endless(randomBytes(megabyte)) }, ends: /^failed$/ },
  'answers a probe with one line of 100 MB': { misdeed: { exec: 1, act: endless(Buffer.alloc(megabyte, 'x'), 100 * megabyte) }, ends: /^failed$/ },
  'answers a probe with frames of another nonce': {
    misdeed: {
      exec: 1,
      act: (channel) => {
        const nonce = 'f'.repeat(32)
        channel.write(`\n${nonce} facts begin 1\n\n${nonce} facts host\n\u001b]0;owned\u0007\n\n${nonce} facts end\n`)
        channel.exit(0)
        channel.end()
      },
    },
    ends: /^failed$/,
  },
  'closes the channel without a status': { misdeed: { exec: 1, act: (channel) => channel.close() }, ends: /^failed$/ },
  'answers a transaction without an end': { misdeed: { exec: 2, act: endless(Buffer.from(`${'\u001b[2J garbage'.repeat(1000)}\n`)) }, ends: /^failed$/ },
  'answers a transaction with one line of 100 MB': { misdeed: { exec: 2, act: endless(Buffer.alloc(megabyte, 'x'), 100 * megabyte) }, ends: /^failed$/ },
  'tells of another transaction that it is committed': {
    misdeed: {
      exec: 2,
      act: (channel) => {
        const nonce = 'f'.repeat(32)
        channel.write(`${nonce} 1.00 received\n${nonce} 2.00 committed\n${nonce} state committed\n${nonce} 3.00 rolled-back degraded=\n`)
        channel.exit(0)
        channel.end()
      },
    },
    ends: /^failed$/,
  },
  'says that everything is done before it did anything, in words of its own': {
    misdeed: {
      exec: 2,
      act: (channel, input) =>
        withNonce(channel, input, (nonce) => {
          channel.write(`${nonce} 1.00 doing what=%1b[2J%1b]0;owned%07\n${nonce} -5 armed phase=x until=NaN\n${nonce} 1.00 refused kind=disk why=%1b[31mno%0d%0aroom\n`)
          channel.exit(0)
          channel.end()
        }),
    },
    ends: /^failed$/,
  },
}

interface Setting {
  readonly operator: Operator
  readonly fleet: SimulatedFleet
}

/** The first host is honest; every other one has a misdeed, in the order of the names. */
const open = async (t: ExecutionContext, names: readonly string[], steps = trunkSteps): Promise<Setting> => {
  const key = newKey()
  const operator = await newOperator(t, key)
  const specs = ['honest', ...names].map((_, index) => trunkHost(index + 1))
  const fleet = await startFleet({ folder: join(operator.folder, 'fleet'), hosts: specs, silence: 'refuse', authorizedKey: key.public, identityFile: operator.identityFile })
  t.teardown(() => fleet.stop())
  const hostKey = newKey()
  let known = await readFile(fleet.knownHosts, 'utf8')
  const ports = new Map<string, number>()
  for (const [index, name] of names.entries()) {
    const spec = specs[index + 1]
    const { misdeed } = misdeeds[name] ?? {}
    if (spec === undefined || misdeed === undefined) throw new RangeError(name)
    const server = await startHostileHost(hostKey, key.public, { root: fleet.host(spec.name).root, address: (spec.address.split('/')[0] ?? '') }, misdeed)
    t.teardown(() => server.stop())
    ports.set(spec.name, server.port)
    known += knownLine(`[127.0.0.1]:${server.port}`, hostKey)
  }
  await writeFile(operator.knownHosts, known)
  const hosts = Object.fromEntries(
    specs.map((spec) => {
      const { ssh, root } = fleet.host(spec.name).reach
      const network = { interfaces: Object.fromEntries(spec.nics.map((nic) => [nic.name, { mac: nic.mac }])), bridges: { vlan100: { addresses: [spec.address] } } }
      return [spec.name, { ssh: { ...ssh, knownHosts: operator.knownHosts, port: ports.get(spec.name) ?? ssh.port }, root, network }]
    }),
  )
  await writePlaybook(operator, 'trunk', steps, { maxFailures: 99 })
  await writeFile(join(operator.folder, 'inventory/prod.json'), JSON.stringify({ defaults: { playbook: 'trunk', network: trunk, timeouts: { cutOver: 8, confirm: 8 } }, hosts }))
  return { operator, fleet }
}

/** The most memory that a process has held, in megabytes. */
const peakOf = (pid: number): number => {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Control bytes, C1 controls as well, and marks that turn text around; a line end is ours. */
const raw = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u

test.serial('hosts that send garbage: the run ends, bounded, and the honest host is committed', async (t) => {
  const names = Object.keys(misdeeds)
  const { operator, fleet } = await open(t, names)
  let peak = 0
  const begun = Date.now()
  const run = start(operator, ['apply', '--yes', '-i', 'prod', '--format', 'json'])
  const timer = setInterval(() => (peak = Math.max(peak, peakOf(run.pid))), 50)
  const apply = await run.ended
  clearInterval(timer)
  const seconds = (Date.now() - begun) / 1000
  t.log(`${Math.round(peak)} MB, ${seconds} s, ${apply.stdout.length} bytes of events`)
  endsWith(t, { ...apply, stdout: '' }, 3, 'apply')
  const outcomes = outcomesOf(apply)
  t.is(outcomes['h1'], 'committed', 'the honest host')
  for (const [index, name] of names.entries()) {
    t.regex(outcomes[`h${index + 2}`] ?? '', misdeeds[name]?.ends ?? /^$/, name)
    t.false((await readFile(join(fleet.host(`h${index + 2}`).root, 'etc/sysconfig/network-scripts/ifcfg-eth0'), 'utf8')).includes('MASTER'), name)
  }
  for (const event of apply.events) if (event.type === 'host-finished' && event.fault !== undefined) t.notRegex(event.fault.what + event.fault.next.join(''), raw, event.host)
  t.true(peak > 50 && peak < 700, `${peak} MB`)
  t.true(seconds < 60, `${seconds} s`)
  for (const [file, bytes] of await filesBelow(join(operator.folder, '.fleetnet'))) if (file.endsWith('.log')) t.notRegex(bytes.toString(), raw, file)
})

test.serial('escape sequences in what a host holds and prints never reach a terminal or a log raw', async (t) => {
  const escape = '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202egnp.exe'
  const { operator, fleet } = await open(
    t,
    [],
    `command({ run: "printf '\\\\033[2J\\\\033]0;owned\\\\007\\\\n'", disruptive: false, reason: 'it prints' }), file({ path: '/etc/motd', content: 'new\\n' }), ${trunkSteps}`,
  )
  const { root } = fleet.host('h1')
  const scripts = join(root, 'etc/sysconfig/network-scripts')
  await writeFile(join(scripts, 'ifcfg-eth1'), `${await readFile(join(scripts, 'ifcfg-eth1'), 'utf8')}# ${escape}\n`)
  await writeFile(join(root, 'etc/motd'), `${escape}\n`)
  await writeFile(join(root, 'proc/sys/kernel/hostname'), `h1${escape}\n`)
  await writeFile(join(root, 'etc/redhat-release'), `Red Hat Enterprise Linux Server release 5.11 (Tikanga)${escape}\n`)
  for (const words of [
    ['plan', '-i', 'prod', '--report', 'r.html'],
    ['plan', '-i', 'prod', '--report', 'r.md'],
    ['plan', '-i', 'prod', '--report', 'r.json', '--out', 'saved.json'],
    ['facts', '-i', 'prod'],
    ['apply', '--yes', '-i', 'prod', '--format', 'text', '-vv'],
    ['status', '-i', 'prod'],
  ]) {
    const ended = await fleetnet(operator, words)
    endsWith(t, ended, 0, words.join(' '))
    t.notRegex(ended.stdout + ended.stderr, raw, words.join(' '))
  }
  for (const report of ['r.html', 'r.md', 'r.json', 'saved.json']) t.notRegex(await readFile(join(operator.folder, report), 'utf8'), raw, report)
  for (const [file, bytes] of await filesBelow(join(operator.folder, '.fleetnet'))) if (file.endsWith('.log')) t.notRegex(bytes.toString(), raw, file)
})
