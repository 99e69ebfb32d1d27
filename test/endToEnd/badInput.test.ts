// What is wrong out there: one clear message that says what to do, the exit code of docs/exit-codes.md, and no host half changed.
import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ExecutionContext } from 'ava'
import { find, testWith } from '../transport/needs.ts'
import { knownLine } from '../transport/operator.ts'
import { sshd } from '../transport/openssh-server.ts'
import { type KeyPair, newKey } from '../transport/ssh-server.ts'
import { changedPaths, configurationOf } from './files.ts'
import { hostOf, type Machine, openMachine, untilQuiet } from './hosts.ts'
import { type Ended, fleetnet, type InventoryOptions, knowAll, newOperator, type Operator, trunkSteps, writeInventory, writePlaybook } from './operator.ts'
import { canMakeUsers, newSudoUser, whatUsersNeed } from './sudoUser.ts'

const withSshd = testWith(sshd !== undefined && process.getuid?.() === 0, 'the package openssh-server, as root', true)
const withSudo = testWith(canMakeUsers, whatUsersNeed, true)

const canMount = ((): boolean => {
  try {
    if (process.getuid?.() !== 0 || find('unshare') === undefined) return false
    execFileSync('unshare', ['-m', 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()
const withMounts = testWith(sshd !== undefined && canMount, 'the packages openssh-server and mount, as root, where mounting is allowed', true)

interface Setting {
  readonly machine: Machine
  readonly operator: Operator
  readonly hostKey: KeyPair
  readonly key: KeyPair
  inventory(options: Partial<InventoryOptions>): Promise<void>
}

const open = async (t: ExecutionContext, { key = newKey(), prepare }: { readonly key?: KeyPair; readonly prepare?: (folder: string) => () => void } = {}): Promise<Setting> => {
  const hostKey = newKey()
  const machine = await openMachine(t, 1, { authorizedKeys: [key.public], hostKey, ...(prepare === undefined ? {} : { prepare }) })
  const operator = await newOperator(t, key)
  await knowAll(operator, machine)
  await writePlaybook(operator, 'trunk', trunkSteps)
  const inventory = async (options: Partial<InventoryOptions>): Promise<void> => writeInventory(operator, machine, 'prod', { playbook: 'trunk', ...options })
  await inventory({})
  return { machine, operator, hostKey, key, inventory }
}

/**
 * Plan and apply both end with 3 and say what is wrong, once each; nothing that a host has was changed. Plan says it on
 * standard output, apply as a line of the run.
 */
const refused = async (t: ExecutionContext, { machine, operator }: Setting, said: readonly RegExp[], env: Readonly<Record<string, string>> = {}, only: 'both' | 'apply' = 'both'): Promise<Ended> => {
  const host = hostOf(machine, 'h1')
  const before = await configurationOf(host)
  const commands = [...(only === 'both' ? [['plan', '-i', 'prod']] : []), ['apply', '--yes', '-i', 'prod', '--format', 'text']]
  let last: Ended | undefined
  for (const words of commands) {
    const ended = await fleetnet(operator, words, { env })
    const printed = ended.stdout + ended.stderr
    t.is(ended.code, 3, printed)
    for (const what of said) t.regex(printed, what)
    t.notRegex(printed, /\n\s+at |fleetnet itself failed/)
    t.regex(printed, /\bdo:|→|next|fleetnet |check|\bwith\b/i)
    last = ended
  }
  t.deepEqual(changedPaths(before, await configurationOf(host)), [])
  await untilQuiet(t, host)
  if (last === undefined) throw new Error('nothing was run')
  return last
}

withSshd('a key that the host does not take', async (t) => {
  const setting = await open(t)
  await writeFile(setting.operator.identityFile, newKey().private, { mode: 0o600 })
  await refused(t, setting, [/id_test/, /ssh-copy-id/])
})

withSshd('a wrong passphrase', async (t) => {
  const setting = await open(t, { key: newKey('ed25519', 'right one') })
  await setting.inventory({ ssh: { passphrase: { env: 'PHRASE' } } })
  const { stdout, stderr } = await refused(t, setting, [/id_test/, /passphrase/], { PHRASE: 'wrong-one-here' })
  t.notRegex(stdout + stderr, /wrong-one-here/)
})

withSshd('an unknown host key, and one that is taken with --accept-new', async (t) => {
  const setting = await open(t)
  await writeFile(setting.operator.knownHosts, '')
  await refused(t, setting, [/SHA256:/, /known_hosts/])
  const taken = await fleetnet(setting.operator, ['plan', '-i', 'prod', '--accept-new'])
  t.is(taken.code, 0, taken.stdout + taken.stderr)
})

withSshd('a changed host key: file and line are named', async (t) => {
  const setting = await open(t)
  const { operator, machine } = setting
  await writeFile(operator.knownHosts, `# a comment\n${knownLine(`[127.0.13.1]:${machine.port}`, newKey())}`)
  await refused(t, setting, [/known_hosts:2\b|known_hosts, line 2|line 2 of .*known_hosts/, /SHA256:/])
})

withSshd('a host that is down', async (t) => {
  const setting = await open(t)
  setting.machine.refuse('h1', true)
  await refused(t, setting, [/127\.0\.13\.1/])
})

withSshd('a MAC address that no interface of the host has', async (t) => {
  const setting = await open(t)
  await setting.inventory({ host: () => ({ network: { interfaces: { eth0: { mac: '00:14:5E:C0:01:00' }, eth1: { mac: '00:14:5E:FF:FF:FF' } }, bridges: { vlan100: { addresses: ['10.1.1.101/24'] } } } }) })
  await refused(t, setting, [/00:14:5E:FF:FF:FF/i, /eth1/])
})

withSshd('el6 is declared, and the host is el5', async (t) => {
  const setting = await open(t)
  await setting.inventory({ common: { platform: { backend: 'ifcfg', release: 'el6' } } })
  await refused(t, setting, [/el6/, /el5/])
})

withSudo('sudo that refuses, and a wrong password, which is tried once', async (t) => {
  const user = newSudoUser(t)
  const setting = await open(t)
  await setting.inventory({ ssh: { user: user.name, become: true, becomePassword: { env: 'SUDO' } } })
  await refused(t, setting, [/sudo does not allow/, /visudo/], { SUDO: user.password })
  user.allow(`${user.name} ALL=(ALL:ALL) ALL`)
  const wrong = await refused(t, setting, [/sudo refused the password/], { SUDO: 'not-this-one' }, 'apply')
  t.is((wrong.stdout + wrong.stderr).split('sudo refused the password').length - 1, 1, 'it is said once')
  t.notRegex(wrong.stdout + wrong.stderr, /not-this-one/)
  await setting.inventory({ ssh: { user: user.name, become: true } })
  await refused(t, setting, [/asks for a password/, /becomePassword|-K/])
})

/** A file system of a host's own, for its tree. */
const mounted = (options: string) => (folder: string): (() => void) => {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'fleetnet-test', folder])
  return () => void execFileSync('umount', ['-R', '-l', folder])
}

withMounts('a full disk', async (t) => {
  const setting = await open(t, { prepare: mounted('size=16m') })
  const { root } = hostOf(setting.machine, 'h1')
  try {
    execFileSync('dd', ['if=/dev/zero', `of=${join(root, 'var/filler')}`, 'bs=4096'], { stdio: 'ignore' })
  } catch {
    // it is full, which was the point
  }
  await refused(t, setting, [/no room|full/], {}, 'apply')
  execFileSync('rm', [join(root, 'var/filler')])
  t.is((await fleetnet(setting.operator, ['apply', '--yes', '-i', 'prod', '--format', 'text'])).code, 0, 'with room again it goes')
})

withMounts('a read-only root', async (t) => {
  const setting = await open(t, { prepare: mounted('size=64m') })
  const { root } = hostOf(setting.machine, 'h1')
  const at = join(root, 'etc')
  // /etc alone: the simulated kernel has to go on writing its own state.
  execFileSync('mount', ['--bind', at, at])
  execFileSync('mount', ['-o', 'remount,ro,bind', at])
  await refused(t, setting, [/read-only/], {}, 'apply')
})
