import type { Activation, ActivationCommand, Change, FileChange } from '../../src/model/changes.ts'
import { noRequest } from '../../src/model/facts.ts'
import type { HostPlan } from '../../src/model/plan.ts'
import type { CompiledTransaction, TransactionSpec } from '../../src/model/transaction.ts'
import { checksum } from '../../src/transaction/checksum.ts'
import { compileWith } from '../../src/transaction/compile.ts'
import type { TestHost } from './host.ts'

const uid = process.getuid?.() ?? 0
const gid = process.getgid?.() ?? 0
const state = (content: string, mode = 0o644): NonNullable<FileChange['after']> => ({ content, mode, uid, gid })

export const scripts = '/etc/sysconfig/network-scripts'

export const file = (target: string, content: string, options: Partial<FileChange> & { readonly mode?: number; readonly beforeContent?: string } = {}): FileChange => {
  const { mode, beforeContent, ...rest } = options
  return {
    kind: 'file', action: beforeContent === undefined ? 'create' : 'change', steps: ['file'], target, disruptive: false, when: 'stage',
    ...(beforeContent === undefined ? {} : { before: state(beforeContent) }), after: state(content, mode), ...rest,
  }
}
export const removal = (target: string, options: Partial<FileChange> = {}): FileChange => ({ kind: 'file', action: 'remove', steps: ['file'], target, disruptive: false, when: 'stage', ...options })

export const command = (...words: string[]): ActivationCommand => ({ words, timeout: 20, mayFail: false })
export const activate = (activation: Partial<Activation>): Change => ({
  kind: 'activate', action: 'restart', steps: ['restartNetwork'], target: 'network', disruptive: true,
  activation: { down: [], up: [], undoDown: [], undoUp: [], newDevices: [], touchedDevices: [], ...activation },
})

export const plan = (changes: readonly Change[], overrides: Partial<HostPlan> = {}): HostPlan => ({
  host: 'h1', playbook: 'p', platform: 'el5 ifcfg', backend: 'ifcfg', changes, disruptive: changes.some((change) => change.disruptive),
  pathBefore: undefined, pathAfter: undefined, addressAfter: '10.0.0.6', warnings: [], digest: 'digest:1', request: noRequest,
  timeouts: { cutOver: 30, confirm: 30, settle: 1 }, ...overrides,
})

let count = 0
/** Compiles with a digest that is one file, and a probe that prints one line. */
export const compile = (host: TestHost, changes: readonly Change[], overrides: Partial<HostPlan> & { readonly spec?: Partial<TransactionSpec> } = {}): CompiledTransaction => {
  const { spec, ...rest } = overrides
  count += 1
  return compileWith({
    digestFunctions: (_request) => `fleetnet_digest() { read -r fleetnet_word <"$root/digest"; echo "$fleetnet_word"; }`,
    probeScript: (_request, { nonce }) => `echo '${nonce} probed'`,
  })({ id: `run-${String(count).padStart(4, '0')}`, runId: 'run', nonce: `abcdef00${String(count).padStart(24, '0')}`, root: host.root, init: 'sysv', cron: true, plan: plan(changes, rest), ...spec })
}

/** The same, with retries after a tenth of a second instead of a minute. */
export const hasten = (compiled: CompiledTransaction): CompiledTransaction => {
  const begin = compiled.payload.indexOf('\n') + 1
  const script = compiled.payload.subarray(begin)
  const hurried = Buffer.from(Buffer.from(script).toString('latin1').replace('retry_wait=6000', 'retry_wait=10'), 'latin1')
  const sum = (bytes: Uint8Array): string => `${checksum(bytes)} ${bytes.length}`
  return { ...compiled, start: compiled.start.replaceAll(sum(script), sum(hurried)), payload: Buffer.concat([compiled.payload.subarray(0, begin), hurried]) }
}

/** eth0 gets another address, and a bridge appears: the smallest change that can cut. */
export const cutOver = (host: TestHost): Change[] => {
  host.write(`${scripts}/ifcfg-eth0`, 'DEVICE=eth0\nIPADDR=10.0.0.5\n')
  host.write('etc/modprobe.conf', 'alias eth0 e1000\n')
  return [
    file('/etc/modprobe.conf', 'alias eth0 e1000\nalias bond0 bonding\n', { beforeContent: 'alias eth0 e1000\n' }),
    file(`${scripts}/ifcfg-eth0`, 'DEVICE=eth0\nBRIDGE=br0\n', { beforeContent: 'DEVICE=eth0\nIPADDR=10.0.0.5\n', when: 'cut over' }),
    file(`${scripts}/ifcfg-br0`, 'DEVICE=br0\nTYPE=Bridge\nIPADDR=10.0.0.6\n', { when: 'cut over' }),
    activate({
      down: [command('ifdown', 'eth0')], up: [command('ifup', 'eth0'), command('ifup', 'br0')],
      undoDown: [command('ifdown', 'br0'), command('ifdown', 'eth0')], undoUp: [command('ifup', 'eth0')],
      newDevices: ['br0'], touchedDevices: ['eth0'],
    }),
  ]
}

export const isOld = (host: TestHost): boolean =>
  host.read('etc/modprobe.conf') === 'alias eth0 e1000\n' && host.read(`${scripts}/ifcfg-eth0`) === 'DEVICE=eth0\nIPADDR=10.0.0.5\n' && !host.has(`${scripts}/ifcfg-br0`)
export const isNew = (host: TestHost): boolean =>
  host.read('etc/modprobe.conf').includes('bonding') && host.read(`${scripts}/ifcfg-eth0`).includes('BRIDGE=br0') && host.has(`${scripts}/ifcfg-br0`)

/** What of ours lies outside the history. */
export const traces = (host: TestHost): string[] =>
  ['etc/fleetnet/pending', 'etc/fleetnet/guard', 'etc/rc.d/init.d/fleetnet-guard', 'etc/cron.d/fleetnet-rescuer', ...[2, 3, 4, 5].map((level) => `etc/rc.d/rc${level}.d/S01fleetnet-guard`),
    'etc/systemd/system/fleetnet-guard.service', 'etc/systemd/system/fleetnet-rescuer.timer', 'etc/systemd/system/fleetnet-rescuer.service',
    'etc/systemd/system/sysinit.target.wants/fleetnet-guard.service', 'etc/systemd/system/timers.target.wants/fleetnet-rescuer.timer'].filter((name) => host.has(name))
